//! Deals, plans and companies for papers, and what another library reads in the PDF of them.

use chrono::NaiveDate;
use icebreak::domain::country::Country;
use icebreak::domain::deal::{Deal, DealId};
use icebreak::domain::deposit::{Plan, Terms, TermsLine, TermsRows};
use icebreak::domain::library::Company;
use icebreak::domain::library::bank::BankAccount;
use icebreak::domain::library::logo::Logo;
use icebreak::domain::money::{Currency, Money, Percent};
use icebreak::exchange::papers::pdf::schedule::{ScheduleOf, schedule_pdf, schedule_picture};
use icebreak::exchange::papers::pdf::{FinishedPaper, Painted, PdfProblem};
use icebreak::text::Language;
use icebreak::text::buyer::schedule::DocumentSubject;

/// 60 characters and more, as companies are really called.
pub const LONG_GERMAN: &str = "Oberschwäbische Werkzeugmaschinen- und Gerätebaugesellschaft mbH & Co. KG";
pub const LONG_CHINESE: &str = "内蒙古鄂尔多斯市准格尔旗大路工业园区新能源装备制造与国际贸易进出口（集团）股份有限公司呼和浩特第二分公司技术服务中心驻北京办事处";
pub const LONG_RUSSIAN: &str =
    "Общество с ограниченной ответственностью «Северо-Западная промышленная компания»";
pub const LONG_VIETNAMESE: &str =
    "Công ty Trách nhiệm hữu hạn Sản xuất Thương mại Dịch vụ Xuất nhập khẩu Thiết bị Điện Hưng Thịnh";

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn euro(text: &str) -> Money {
    Money::parse_plain(text, Currency::EUR).unwrap()
}

pub fn company() -> Company {
    let logo = Logo::read(include_bytes!("../../../assets/icons/icebreak-128.png").to_vec()).unwrap();
    Company {
        sender: "Li Wei".into(),
        role: "Export sales".into(),
        name: "Ningbo Lumen Lighting Technology Co., Ltd.".into(),
        email: "li.wei@ningbolumen.example".into(),
        phone: "+86 574 5555 0100".into(),
        website: "www.ningbolumen.example".into(),
        address: "88 Harbour Road, Beilun District, 315800 Ningbo, China".into(),
        registration: "Unified social credit code 91330206MA2XXXXX0X".into(),
        logo: logo.to_text().into(),
        banks: vec![bank()],
        ..Company::default()
    }
}

pub fn bank() -> BankAccount {
    BankAccount {
        label: "EUR".into(),
        beneficiary: "Ningbo Lumen Lighting Technology Co., Ltd.".into(),
        bank: "Example Commercial Bank, Ningbo Branch".into(),
        bank_address: "215 Baizhang East Road, Ningbo, China".into(),
        account: "3901 2200 0920 0123 456".into(),
        swift: "EXCBCNBJ".into(),
        currency: Some(Currency::EUR),
        ..BankAccount::default()
    }
}

pub fn deal(buyer: &str, language: &str, country: &str) -> Deal {
    let mut deal = Deal::new(DealId::new("d1"), buyer);
    deal.buyer.language = language.into();
    deal.buyer.country = Country::from_code(country);
    deal.buyer.city = "Biberach".into();
    deal.product = "LED panels 60 × 60, 36 W".into();
    deal.agreed.pi = "PI-2607".into();
    deal.agreed.pi_date = Some(day("2026-10-29"));
    deal.agreed.quantity = "1,200 pcs".into();
    deal.agreed.incoterm = "FOB Ningbo".into();
    deal.agreed.ship_by = Some(day("2027-03-01"));
    deal
}

/// 30 % in parts, the rest against the copy of the bill of lading.
pub fn usual_plan() -> Plan {
    lines_plan("30000", &["20%@2026-11-30", "10%@2026-12-30", "rest@bl-copy+7d"])
}

pub fn lines_plan(total: &str, lines: &[&str]) -> Plan {
    let lines = lines.iter().map(|line| TermsLine::read(line, Currency::EUR).unwrap()).collect();
    let mut plan = Plan::new(Terms::new(euro(total), day("2026-11-22"), TermsRows::Lines(lines)));
    plan.production_share = Some(Percent::new(20.into()).unwrap());
    plan.ships_days_after = Some(25);
    plan
}

/// So many equal payments, one a month.
pub fn long_plan(rows: u32) -> Plan {
    let lines: Vec<String> = (0..rows)
        .map(|row| if row + 1 == rows { format!("rest@+{row}w") } else { format!("100.07@+{row}w") })
        .collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    lines_plan(&format!("{}", u64::from(rows) * 100 + 1_000), &lines)
}

pub fn schedule(plan: &Plan, deal: Option<&Deal>, company: &Company) -> Result<FinishedPaper, PdfProblem> {
    schedule_pdf(&schedule_of(plan, deal, company)).map(|(paper, _name)| paper)
}

pub fn painted(plan: &Plan, deal: Option<&Deal>, company: &Company) -> Result<Painted, PdfProblem> {
    schedule_picture(&schedule_of(plan, deal, company))
}

fn schedule_of<'a>(plan: &'a Plan, deal: Option<&'a Deal>, company: &'a Company) -> ScheduleOf<'a> {
    let about = DocumentSubject { plan, deal, seller: &company.name, shutdowns: &[], on: day("2026-11-22") };
    ScheduleOf { about, company, bank: company.banks.first(), window: Language::English }
}

/// The text of every page, as another library reads it; spaces and line ends made one space.
pub fn pages_of(paper: &FinishedPaper) -> Vec<String> {
    let document = lopdf::Document::load_mem(&paper.bytes).unwrap();
    document
        .get_pages()
        .keys()
        .map(|page| {
            let text = document.extract_text(&[*page]).unwrap();
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        })
        .collect()
}
