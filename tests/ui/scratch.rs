//! Scratch pictures.
use crate::app::{App, Look, sample};
use crate::negotiating;
use egui::{Key, Theme, Vec2};
use icebreak::domain::deposit::Preset;
use icebreak::text::Language;
use icebreak::ui::command::Command;

fn shot(app: &mut App, name: &str) {
    app.harness().run();
    let image = app.harness().render().unwrap();
    image.save(format!("/tmp/h41/k-{name}.png")).unwrap();
}

fn open(language: Language, theme: Theme, size: (f32, f32)) -> App {
    let mut document = sample();
    for (id, deal) in document.deals.clone() {
        if deal.agreed.pi == "PI-2607" {
            let mut deal = (*deal).clone();
            deal.buyer.company =
                "Norddeutsche Landmaschinen- und Anlagenbaugesellschaft Müller & Söhne mbH".into();
            document.deals.insert(id.clone(), std::sync::Arc::new(deal));
        }
    }
    let mut app = App::open_document(Look { language, theme, size: Vec2::new(size.0, size.1) }, &document);
    app.find("PI-2607");
    app.press_shortcut(Command::ShowDeposit);
    app
}

fn walk(tag: &str, language: Language, theme: Theme, size: (f32, f32)) {
    let s = |n: &str| format!("{tag}-{n}");
    let mut app = open(language, theme, size);
    let w = app.words();
    shot(&mut app, &s("01-start"));
    app.bring_into_view(w.deposit.production[1]);
    shot(&mut app, &s("02-late"));
    app.bring_into_view(w.plan_rows.terms);
    app.click(w.plan_rows.terms);
    shot(&mut app, &s("03-terms"));
    app.press(Key::Escape);
    negotiating::choose(&mut app, Preset::TenFortyFifty);
    negotiating::choose(&mut app, Preset::DepositInThree);
    // record
    app.bring_into_view(w.deposit.record);
    app.click(w.deposit.record);
    shot(&mut app, &s("04-sheet"));
    app.bring_into_view(w.deposit.payment_amount);
    app.type_into(w.deposit.payment_amount, "31k");
    shot(&mut app, &s("05-sheet-over"));
    app.type_into(w.deposit.payment_amount, "2.975");
    shot(&mut app, &s("06-sheet-asked"));
    app.type_into(w.deposit.payment_amount, "lots");
    shot(&mut app, &s("07-sheet-bad"));
    app.bring_into_view(w.deposit.payment_amount);
    app.type_into(w.deposit.payment_amount, "2975");
    app.bring_into_view(w.deposit.record_now);
    app.click(w.deposit.record_now);
    app.bring_into_view(w.deposit.accept_fees);
    shot(&mut app, &s("08-ledger"));
    app.bring_into_view(w.deposit.record);
    app.click(w.deposit.record);
    app.click(w.deposit.says_paid);
    app.bring_into_view(w.deposit.said_amount);
    app.type_into(w.deposit.said_amount, "3000");
    shot(&mut app, &s("09-says"));
    app.bring_into_view(w.deposit.record_now);
    app.click(w.deposit.record_now);
    app.bring_into_view(&(w.plan_rows.change_amount)(4));
    shot(&mut app, &s("10-transit"));
    // cells
    let cell = (w.plan_rows.change_amount)(3);
    app.bring_into_view(&cell);
    app.click(&cell);
    app.type_into(&cell, "10.000");
    shot(&mut app, &s("11-cell-asked"));
    app.type_into(&cell, "lots");
    app.press(Key::Enter);
    shot(&mut app, &s("12-cell-bad"));
    app.press(Key::Escape);
    app.click(&cell);
    app.type_into(&cell, "4.5k");
    shot(&mut app, &s("13-cell-said"));
    app.press(Key::Enter);
    shot(&mut app, &s("14-by-hand"));
    let due = (w.plan_rows.change_due)(3);
    app.bring_into_view(&due);
    app.click(&due);
    shot(&mut app, &s("15-date"));
    app.type_on("soon");
    app.press(Key::Enter);
    shot(&mut app, &s("16-date-bad"));
    app.press(Key::Escape);
    app.bring_into_view(w.plan_rows.terms);
    // edit rows
    negotiating::choose(&mut app, Preset::TenFortyFifty);
    app.bring_into_view(w.plan_rows.edit_rows);
    app.click(w.plan_rows.edit_rows);
    app.bring_into_view(&(w.plan_rows.value)(1));
    app.type_into(&(w.plan_rows.value)(1), "12,12%");
    app.press(Key::Tab);
    shot(&mut app, &s("17-rows"));
    app.bring_into_view(w.deposit.add_line);
    shot(&mut app, &s("18-rows"));
    app.type_into(&(w.plan_rows.value)(1), "10%");
    app.bring_into_view(w.deposit.total);
    app.type_into(w.deposit.total, "36k");
    shot(&mut app, &s("19-total"));
    app.press(Key::Tab);
    shot(&mut app, &s("20-total"));
    app.bring_into_view(w.deposit.more);
    app.click(w.deposit.more);
    app.bring_into_view(w.deposit.working_days);
    shot(&mut app, &s("21-more"));
    app.bring_into_view(w.deposit.production[1]);
    shot(&mut app, &s("22-production"));
}

#[test]
fn wide_en() {
    walk("wen", Language::English, Theme::Light, (1280.0, 800.0));
}
#[test]
fn wide_zh() {
    walk("wzh", Language::Chinese, Theme::Dark, (1280.0, 800.0));
}
#[test]
fn small_en() {
    walk("sen", Language::English, Theme::Dark, (1024.0, 640.0));
}
#[test]
fn strip_zh() {
    walk("tzh", Language::Chinese, Theme::Light, (360.0, 800.0));
}
#[test]
fn strip_en() {
    walk("ten", Language::English, Theme::Light, (360.0, 640.0));
}
