//! Documents in Traditional Chinese.

use crate::domain::deposit::PeriodUnit;
use crate::text::buyer::words::phrases::{
    BankWords, ColumnTitles, DueWords, Methods, MilestonePhrases, PageWords, PaperText, PolicyHeadings,
    RowWords, ShippingWords, Statuses, Totals, event,
};

/// The words with either term for the deposit, which the seller chooses.
macro_rules! chinese {
    ($deposit:literal) => {
        PaperText {
            own_name: "繁體中文",
            colon: "：",
            payment_schedule: "付款計畫",
            deposit_policy: concat!($deposit, "政策"),
            to: "致",
            from: "自",
            seller: "賣方",
            buyer: "買方",
            proforma_invoice: "形式發票號碼",
            proforma_date: "形式發票日期",
            product: "產品",
            delivery_terms: "貿易條件",
            contract_total: "合約總額",
            payment_terms: "付款條件",
            means_of_payment: "付款方式",
            currency: "幣別",
            notes: "備註",
            issued_on: |date| format!("出具日期：{date}"),
            rows: RowWords {
                deposit: $deposit,
                balance: "尾款",
                deposit_of: |part, parts| format!("{}（第 {part} 期，共 {parts} 期）", $deposit),
                balance_of: |part, parts| format!("尾款（第 {part} 期，共 {parts} 期）"),
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
                balance_after: "付後餘額",
            },
            totals: Totals { total: "合計", paid: "已付合計", open: "未付餘額", over: "多付金額", bank_fees: "認可的銀行扣費", difference: "核對：合約總額減各期合計（應為 0）" },
            statuses: Statuses {
                paid: "已付",
                due: "已到期",
                overdue: "已逾期",
                part_paid: "部分已付",
                upcoming: "未到期",
                in_transit: "匯款途中",
            },
            shipping: ShippingWords {
                production_starts: |share| format!("收到合約總額的 {share} 後安排生產。"),
                goods_ship_after: |days| format!("開始生產後 {days} 天出貨。"),
                ship_by: "最遲裝運日",
                last_true_day: concat!("確保如期裝運的", $deposit, "最遲入帳日"),
            },
            due: DueWords {
                span,
                after: |span, after| format!("{after} {span}"),
                start: event("起算日", "起算日當日", "起算日後"),
                end_of_month: event("當月月底", "當月月底", "當月月底後"),
                end_of_next_month: event("次月月底", "次月月底", "次月月底後"),
                end_of_that_month: "當月月底",
                before_shipment: "裝運前",
                day: |day| format!("{day} 日"),
                or: "或 ",
                next_day: |days| format!("下一個 {days}"),
                day_of_next_month: |day| format!("次月 {day} 日"),
                then: "，順延至",
                comma: "，",
            },
            milestones: MilestonePhrases {
                order_confirmation: event("訂單確認", "訂單確認時", "訂單確認後"),
                production_start: event("開始生產", "開始生產時", "開始生產後"),
                goods_ready: event("貨物備妥", "貨物備妥時", "貨物備妥後"),
                inspection_passed: event("驗貨合格", "驗貨合格時", "驗貨合格後"),
                shipment: event("裝運", "裝運時", "裝運後"),
                copy_of_bill_of_lading: event("提單副本", "見提單副本", "收到提單副本後"),
                original_documents: event("正本單據", "憑正本單據", "收到正本單據後"),
                arrival: event("貨到目的港", "貨到目的港時", "貨到目的港後"),
                delivery: event("交貨", "交貨時", "交貨後"),
                acceptance: event("驗收", "驗收合格時", "驗收合格後"),
            },
            methods: Methods {
                transfer: "電匯（T/T）",
                letter_of_credit_at_sight: "即期信用狀（L/C）",
                cash_against_documents: "交單付現（CAD）",
            },
            bank: BankWords {
                details: "收款帳戶",
                beneficiary: "收款人",
                bank: "收款銀行",
                bank_address: "銀行地址",
                account: "帳號 / IBAN",
                swift: "SWIFT / BIC",
                intermediary: "中間銀行",
                remarks: "備註",
                please_quote: |reference| format!("付款時請註明 {reference}。"),
                safety: "如收到變更收款帳戶的通知，付款前請撥打您已有的電話號碼與我們確認。",
            },
            policy: PolicyHeadings {
                why: concat!("為什麼收取", $deposit),
                how_much: "比例與付款時間",
                used_for: concat!($deposit, "的用途"),
                protection: concat!($deposit, "如何得到保障"),
                changes: "訂單變更或取消時",
                questions: "如有疑問請聯絡",
            },
            page: PageWords {
                page_of: |page, pages| format!("第 {page} 頁，共 {pages} 頁"),
                continued: "續",
                for_seller: "賣方",
                for_buyer: "買方",
                name_date_signature: "姓名、日期、簽名",
            },
        }
    };
}

pub(crate) static PREPAYMENT: PaperText = chinese!("預付款");
pub(crate) static EARNEST: PaperText = chinese!("定金");

fn span(count: u32, unit: PeriodUnit) -> String {
    match unit {
        PeriodUnit::Days => format!("{count} 天"),
        PeriodUnit::Weeks => format!("{count} 週"),
        PeriodUnit::Months => format!("{count} 個月"),
    }
}
