//! Documents in English, in British and American spelling.

use crate::domain::deposit::PeriodUnit;
use crate::text::buyer::words::phrases::{
    BankWords, ColumnTitles, DueWords, Methods, MilestonePhrases, PageWords, PaperText, PolicyHeadings,
    RowWords, SheetWords, ShippingWords, Statuses, Totals, event, one_of,
};
use crate::text::buyer::words::plural::one_other;

pub(crate) static BRITISH: PaperText = TEXT;
pub(crate) static AMERICAN: PaperText =
    PaperText { rows: RowWords { instalment: |part| format!("Installment {part}"), ..TEXT.rows }, ..TEXT };

const TEXT: PaperText = PaperText {
    own_name: "English",
    colon: ": ",
    payment_schedule: "Payment schedule",
    deposit_policy: "Deposit policy",
    to: "To",
    seller: "Seller",
    buyer: "Buyer",
    proforma_invoice: "Proforma invoice",
    proforma_date: "Proforma date",
    product: "Product",
    delivery_terms: "Delivery terms",
    contract_total: "Contract total",
    payment_terms: "Payment terms",
    means_of_payment: "Payment method",
    currency: "Currency",
    issued_on: |date| format!("Issued on {date}"),
    rows: RowWords {
        deposit: "Deposit",
        balance: "Balance",
        deposit_of: |part, parts| format!("Deposit {part} of {parts}"),
        balance_of: |part, parts| format!("Balance {part} of {parts}"),
        payment: "Payment",
        instalment: |part| format!("Instalment {part}"),
    },
    columns: ColumnTitles {
        number: "No.",
        due: "Due date",
        description: "Description",
        share: "Share",
        amount: "Amount",
        paid: "Paid",
        status: "Status",
        balance_after: "Still to pay",
    },
    totals: Totals {
        total: "Total",
        paid: "Total paid",
        open: "Outstanding",
        over: "Overpayment",
        bank_fees: "Bank charges deducted (accepted)",
        difference: "Difference from the contract total",
    },
    statuses: Statuses {
        paid: "Paid",
        due: "Due",
        overdue: "Overdue",
        part_paid: "Partly paid",
        upcoming: "Not yet due",
    },
    shipping: ShippingWords {
        production_starts: |share| {
            format!("Production starts when {share} of the contract total has been received.")
        },
        goods_ship_after: |days| {
            format!("The goods ship {} after production has started.", span(days, PeriodUnit::Days))
        },
        ship_by: "Ship by",
        last_true_day: "Deposit to be received by (to keep the ship date)",
    },
    due: DueWords {
        span,
        after: |span, after| format!("{span} {after}"),
        then: ", ",
        end_of_month: "at the end of the month in which that day falls",
        day_of_next_month: |day| format!("on the {} of the month following that day", ordinal(day)),
        next_day: |days| format!("on the next {} from that day on", one_of(days, ordinal, ", ", " or ")),
        comma: ", ",
    },
    milestones: MilestonePhrases {
        order_confirmation: event("on order confirmation", "after order confirmation"),
        production_start: event("at the start of production", "after the start of production"),
        goods_ready: event("when the goods are ready", "after the goods are ready"),
        inspection_passed: event("on passing inspection", "after passing inspection"),
        shipment: event("on shipment", "after shipment"),
        copy_of_bill_of_lading: event("against copy of B/L", "after receipt of the copy of B/L"),
        original_documents: event("against original documents", "after receipt of the original documents"),
        arrival: event("on arrival at port", "after arrival at port"),
        delivery: event("on delivery", "after delivery"),
        acceptance: event("on acceptance", "after acceptance"),
    },
    methods: Methods {
        transfer: "Bank transfer (T/T)",
        letter_of_credit_at_sight: "Letter of credit at sight (L/C)",
        cash_against_documents: "Cash against documents (CAD)",
    },
    bank: BankWords {
        details: "Bank details",
        beneficiary: "Beneficiary",
        bank: "Bank",
        bank_address: "Bank address",
        account: "Account no. / IBAN",
        swift: "SWIFT / BIC",
        remarks: "Remarks",
        please_quote: |reference| format!("Please quote {reference} with every payment."),
        safety: "If you ever receive different bank details in our name, please call us on a number you already have before you pay.",
    },
    policy: PolicyHeadings {
        why: "Why we ask for a deposit",
        how_much: "How much, and when",
        used_for: "What the deposit is used for",
        protection: "How your deposit is protected",
        changes: "If the order changes or is cancelled",
        questions: "Your contact for questions",
    },
    sheets: SheetWords {
        account_card: "Our bank account",
        exact_name: "Please enter the beneficiary exactly as written here: many banks compare the name with the account number.",
        never_by_email: "We never change these details by e-mail.",
        approval_sheet: "Order for approval",
        agreed_terms: "Agreed terms",
        quantity: "Quantity",
        unit_price: "Unit price",
        lead_time: "Lead time in days",
        valid_until: "Quotation valid until",
        open_questions: "Open questions",
        decision_needed: "Decision needed",
        decision: "Decision",
        decide_by: "Needed by",
        approve: "Approve the order on these terms.",
        approve_and_pay: |money| {
            format!("Approve the order on these terms and release the first payment of {money}.")
        },
    },
    page: PageWords {
        page_of: |page, pages| format!("Page {page} of {pages}"),
        for_seller: "For the seller",
        for_buyer: "For the buyer",
        name_date_signature: "Name, date, signature",
    },
};

fn span(count: u32, unit: PeriodUnit) -> String {
    match unit {
        PeriodUnit::Days => one_other(count, "day", "days"),
        PeriodUnit::Weeks => one_other(count, "week", "weeks"),
        PeriodUnit::Months => one_other(count, "month", "months"),
    }
}

pub(crate) fn ordinal(day: u8) -> String {
    let ending = match day {
        1 | 21 | 31 => "st",
        2 | 22 => "nd",
        3 | 23 => "rd",
        _ => "th",
    };
    format!("{day}{ending}")
}
