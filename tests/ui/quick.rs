//! A plan that belongs to no deal: it is undone by itself, and nothing of a deal is.

use egui::Key;
use icebreak::domain::money::{Currency, Money};
use icebreak::text::format;
use icebreak::ui::command::{DealCommand, Global};

use crate::app::{App, in_both_languages};

#[test]
fn undo_takes_back_what_was_done_to_the_plan_and_leaves_the_deals() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let words = app.words();
        app.find("PI-2607");
        app.press_shortcut(DealCommand::ShowDetails);
        app.type_into(words.deal.product, "Lamps");
        let document = app.document().clone();
        app.choose(Global::QuickPlan);
        app.type_into(words.deposit.total, "USD 12,000");
        app.press(Key::Tab);
        app.type_into(words.deposit.deposit, "50%");
        app.must_see("6,000.00");
        app.type_into(words.deposit.deposit, "40%");
        app.press(Key::Escape);
        app.must_see("4,800.00");
        for shown in ["6,000.00", "3,600.00"] {
            app.press_shortcut(Global::Undo);
            app.must_see(shown);
        }
        app.press_shortcut(Global::Undo);
        app.must_see(words.commands.nothing_to_undo);
        app.press_shortcut(Global::Redo);
        app.must_see("6,000.00");
        assert_eq!(*app.document(), document);
    });
}

#[test]
fn it_becomes_a_deal_with_what_was_paid() {
    in_both_languages(|language| {
        let mut app = App::open_sample(language);
        let words = app.words();
        let before = app.document().clone();
        let paid = format::money(Money::from_minor(70_000, Currency::USD), language);
        app.choose(Global::QuickPlan);
        app.type_into(words.deposit.total, "USD 12,000");
        app.press(Key::Tab);
        app.click(words.deposit.record);
        app.must_not_see(words.deposit.says_paid);
        app.type_into(words.deposit.payment_amount, "700");
        app.click(words.deposit.record_now);
        app.must_see(&paid);
        assert_eq!(*app.document(), before, "a plan without a deal changes no document");
        app.press_shortcut(Global::Undo);
        app.must_not_see(&paid);
        app.press_shortcut(Global::Redo);
        app.click(words.deposit.make_deal);
        let made = app.deal("");
        let plan = made.plan.as_ref().unwrap();
        assert_eq!((made.agreed.money(), plan.payments.len()), (Some(plan.terms.total), 1));
        assert_eq!(made.story.len(), 1, "the payment is told");
        app.choose(Global::QuickPlan);
        app.must_see(words.deposit.quick_intro);
        app.press_shortcut(Global::Undo);
        app.must_see(words.commands.nothing_to_undo);
    });
}
