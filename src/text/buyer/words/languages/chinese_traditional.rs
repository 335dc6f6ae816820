//! Documents in Traditional Chinese, in the words of Taiwan and of Hong Kong.

use crate::domain::deposit::PeriodUnit;
use crate::text::buyer::words::phrases::{
    BankWords, ColumnTitles, DueWords, Methods, MilestonePhrases, PageWords, PaperText, PolicyHeadings,
    RowWords, SheetWords, ShippingWords, Statuses, Totals, event, one_of,
};

/// The words that both have, around those that differ.
macro_rules! traditional {
    (
        deposit: $deposit:literal,
        shipment: $shipment:literal,
        account: $account:literal,
        number: $number:literal,
        received: $received:literal,
        credit: $credit:literal,
        collection: $collection:literal,
        schedule: $schedule:literal,
        currency: $currency:literal,
        issued: $issued:literal $(,)?
    ) => {
        PaperText {
            own_name: "繁體中文",
            colon: "：",
            payment_schedule: $schedule,
            deposit_policy: concat!($deposit, "政策"),
            to: "致",
            seller: "賣方",
            buyer: "買方",
            proforma_invoice: "形式發票號碼",
            proforma_date: "形式發票日期",
            product: "產品",
            delivery_terms: "貿易條件",
            contract_total: "合約總額",
            payment_terms: "付款條件",
            means_of_payment: "付款方式",
            currency: $currency,
            issued_on: |date| format!("{}：{date}", $issued),
            rows: RowWords {
                deposit: $deposit,
                balance: "尾款",
                deposit_of: |part, parts| format!("第 {part} 期{}（共 {parts} 期）", $deposit),
                balance_of: |part, parts| format!("第 {part} 期尾款（共 {parts} 期）"),
                payment: "貨款",
                instalment: |part| format!("第 {part} 期"),
            },
            columns: ColumnTitles {
                number: "序號",
                due: "付款時間",
                description: "款項",
                share: "比例",
                amount: "金額",
                paid: "已付",
                status: "狀態",
                balance_after: "剩餘應付",
            },
            totals: Totals { total: "合計", paid: "已付合計", open: "未付金額", over: "多付金額", bank_fees: "銀行扣費（賣方已認可）", difference: "與合約總額的差額" },
            statuses: Statuses {
                paid: "已付",
                due: "已到期",
                overdue: "已逾期",
                part_paid: "部分已付",
                upcoming: "未到期",
            },
            shipping: ShippingWords {
                production_starts: |share| format!("收到合約總額的 {share} 後安排生產。"),
                goods_ship_after: |days| format!("開始生產後 {days} 天{}。", $shipment),
                ship_by: concat!("最遲", $shipment, "日"),
                last_true_day: concat!("確保如期", $shipment, "的", $deposit, $received),
            },
            due: DueWords {
                span,
                after: |span, after| format!("{after} {span}"),
                then: "，順延至",
                end_of_month: "該日所在月的月底",
                day_of_next_month: |day| format!("該日次月 {day} 日"),
                next_day: |days| format!("該日起的第一個 {}", one_of(days, |day| format!("{day} 日"), "、", "或 ")),
                comma: "，",
            },
            milestones: MilestonePhrases {
                order_confirmation: event("訂單確認時", "訂單確認後"),
                production_start: event("開始生產時", "開始生產後"),
                goods_ready: event("貨物備妥時", "貨物備妥後"),
                inspection_passed: event("驗貨合格時", "驗貨合格後"),
                shipment: event(concat!($shipment, "時"), concat!($shipment, "後")),
                copy_of_bill_of_lading: event("見提單副本", "收到提單副本後"),
                original_documents: event("憑正本單據", "收到正本單據後"),
                arrival: event("貨到目的港時", "貨到目的港後"),
                delivery: event("交貨時", "交貨後"),
                acceptance: event("驗收合格時", "驗收合格後"),
            },
            methods: Methods {
                transfer: "電匯（T/T）",
                letter_of_credit_at_sight: concat!("即期", $credit, "（L/C）"),
                cash_against_documents: $collection,
            },
            bank: BankWords {
                details: concat!("收款", $account),
                beneficiary: "收款人",
                bank: "收款銀行",
                bank_address: "銀行地址",
                account: concat!($number, " / IBAN"),
                swift: "SWIFT / BIC",
                remarks: "備註",
                please_quote: |reference| format!("付款時請註明 {reference}。"),
                safety: concat!("如收到變更收款", $account, "的通知，付款前請撥打您已有的電話號碼與我們確認。"),
            },
            policy: PolicyHeadings {
                why: concat!("為什麼收取", $deposit),
                how_much: "比例與付款時間",
                used_for: concat!($deposit, "的用途"),
                protection: concat!($deposit, "如何得到保障"),
                changes: "訂單變更或取消時",
                questions: "如有疑問請聯絡",
            },
            sheets: SheetWords {
                account_card: concat!("收款", $account, "資料"),
                exact_name: concat!("請完全按照此處所寫填寫收款人名稱：許多銀行會核對戶名與", $number, "是否一致。"),
                never_by_email: concat!("我們絕不會透過電子郵件變更收款", $account, "。"),
                approval_sheet: "訂單審批單",
                agreed_terms: "已議定的條件",
                quantity: "數量",
                unit_price: "單價",
                lead_time: "交貨期（天）",
                valid_until: "報價有效期至",
                open_questions: "待定事項",
                decision_needed: "需要決定的事項",
                decision: "決定",
                decide_by: "最遲決定日",
                approve: "按上述條件核准訂單。",
                approve_and_pay: |money| format!("按上述條件核准訂單，並支付首筆款項 {money}。"),
            },
            page: PageWords {
                page_of: |page, pages| format!("第 {page} 頁，共 {pages} 頁"),
                for_seller: "賣方",
                for_buyer: "買方",
                name_date_signature: "簽名（蓋章）、日期",
            },
        }
    };
}

macro_rules! taiwan {
    ($deposit:literal) => {
        traditional! {
            deposit: $deposit,
            shipment: "裝運",
            account: "帳戶",
            number: "帳號",
            received: "最遲入帳日",
            credit: "信用狀",
            collection: "憑單據付現（CAD）",
            schedule: "付款計畫",
            currency: "幣別",
            issued: "開立日期",
        }
    };
}

macro_rules! hong_kong {
    ($deposit:literal) => {
        traditional! {
            deposit: $deposit,
            shipment: "付運",
            account: "戶口",
            number: "戶口號碼",
            received: "最遲到賬日",
            credit: "信用證",
            collection: "憑單付款（CAD）",
            schedule: "付款計劃",
            currency: "貨幣",
            issued: "簽發日期",
        }
    };
}

/// Taiwan, with either term for the deposit, which the seller chooses. 訂金 is the everyday word; 定金 is that of the law.
pub(crate) static TAIWAN_PREPAYMENT: PaperText = taiwan!("訂金");
pub(crate) static TAIWAN_EARNEST: PaperText = taiwan!("定金");

/// Hong Kong and Macau.
pub(crate) static HONG_KONG_PREPAYMENT: PaperText = hong_kong!("訂金");
pub(crate) static HONG_KONG_EARNEST: PaperText = hong_kong!("定金");

fn span(count: u32, unit: PeriodUnit) -> String {
    match unit {
        PeriodUnit::Days => format!("{count} 天"),
        PeriodUnit::Weeks => format!("{count} 週"),
        PeriodUnit::Months => format!("{count} 個月"),
    }
}
