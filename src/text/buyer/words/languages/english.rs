//! Documents in English.

use crate::domain::deposit::PeriodUnit;
use crate::text::buyer::words::phrases::{
    BankWords, ColumnTitles, DueWords, Methods, MilestonePhrases, PageWords, PaperText, PolicyHeadings,
    RowWords, ShippingWords, Statuses, Totals, event,
};
use crate::text::buyer::words::plural::one_other;

pub(crate) static TEXT: PaperText = PaperText {
    own_name: "English",
    colon: ": ",
    payment_schedule: "Payment schedule",
    deposit_policy: "Deposit policy",
    to: "To",
    from: "From",
    seller: "Seller",
    buyer: "Buyer",
    proforma_invoice: "Proforma invoice",
    proforma_date: "Proforma date",
    product: "Product",
    delivery_terms: "Delivery terms",
    contract_total: "Contract total",
    payment_terms: "Payment terms",
    means_of_payment: "Means of payment",
    currency: "Currency",
    notes: "Notes",
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
        balance_after: "Balance after",
    },
    totals: Totals {
        total: "Total",
        paid: "Total paid",
        open: "Outstanding",
        over: "Overpayment",
        bank_fees: "Bank fees accepted",
        difference: "Check: contract total less all payments (must be 0)",
    },
    statuses: Statuses {
        paid: "Paid",
        due: "Due",
        overdue: "Overdue",
        part_paid: "Partly paid",
        upcoming: "Not yet due",
        in_transit: "In transit",
    },
    shipping: ShippingWords {
        production_starts: |share| {
            format!("Production starts when {share} of the contract total has been received.")
        },
        goods_ship_after: |days| {
            format!("The goods ship {} after production has started.", span(days, PeriodUnit::Days))
        },
        ship_by: "Ship by",
        last_true_day: "Last day for receipt of the deposit to keep the ship date",
    },
    due: DueWords {
        span,
        after: |span, after| format!("{span} {after}"),
        start: event("Start date", "on the start date", "after the start date"),
        end_of_month: event("End of month", "at the end of the month", "after the end of the month"),
        end_of_next_month: event(
            "End of next month",
            "at the end of the following month",
            "after the end of the following month",
        ),
        end_of_that_month: "at the end of that month",
        before_shipment: "before shipment",
        day: ordinal,
        or: " or ",
        next_day: |days| format!("on the next {days}"),
        day_of_next_month: |day| format!("on the {} of the following month", ordinal(day)),
        then: ", ",
        comma: ", ",
    },
    milestones: MilestonePhrases {
        order_confirmation: event("Order confirmation", "on order confirmation", "after order confirmation"),
        production_start: event(
            "Start of production",
            "at the start of production",
            "after the start of production",
        ),
        goods_ready: event("Goods ready", "when the goods are ready", "after the goods are ready"),
        inspection_passed: event(
            "Inspection passed",
            "when the inspection has been passed",
            "after the inspection has been passed",
        ),
        shipment: event("Shipment", "on shipment", "after shipment"),
        copy_of_bill_of_lading: event(
            "Copy of B/L",
            "against copy of B/L",
            "after receipt of the copy of B/L",
        ),
        original_documents: event(
            "Original documents",
            "against original documents",
            "after receipt of the original documents",
        ),
        arrival: event("Arrival at port", "on arrival at port", "after arrival at port"),
        delivery: event("Delivery", "on delivery", "after delivery"),
        acceptance: event("Acceptance", "on acceptance", "after acceptance"),
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
        intermediary: "Intermediary bank",
        remarks: "Remarks",
        please_quote: |reference| format!("Please quote {reference} with every payment."),
        safety: "If a message tells you of other bank details, please call us before you pay, on a number you already know.",
    },
    policy: PolicyHeadings {
        why: "Why we ask for a deposit",
        how_much: "How much, and when",
        used_for: "What the deposit is used for",
        protection: "How your deposit is protected",
        changes: "If the order changes or is cancelled",
        questions: "Your contact for questions",
    },
    page: PageWords {
        page_of: |page, pages| format!("Page {page} of {pages}"),
        continued: "continued",
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

fn ordinal(day: u8) -> String {
    let ending = match day {
        1 | 21 | 31 => "st",
        2 | 22 => "nd",
        3 | 23 => "rd",
        _ => "th",
    };
    format!("{day}{ending}")
}
