//! Documents in Simplified Chinese.

use crate::domain::deposit::PeriodUnit;
use crate::text::buyer::words::phrases::{
    BankWords, ColumnTitles, DueWords, Methods, MilestonePhrases, PageWords, PaperText, PolicyHeadings,
    RowWords, SheetWords, ShippingWords, Statuses, Totals, event, one_of,
};

/// The words with either term for the deposit, which the seller chooses.
macro_rules! chinese {
    ($deposit:literal) => {
        PaperText {
            own_name: "简体中文",
            colon: "：",
            payment_schedule: "付款计划",
            deposit_policy: concat!($deposit, "政策"),
            to: "致",
            seller: "卖方",
            buyer: "买方",
            proforma_invoice: "形式发票号",
            proforma_date: "形式发票日期",
            product: "产品",
            delivery_terms: "贸易术语",
            contract_total: "合同总额",
            payment_terms: "付款条件",
            means_of_payment: "付款方式",
            currency: "币种",
            issued_on: |date| format!("出具日期：{date}"),
            rows: RowWords {
                deposit: $deposit,
                balance: "尾款",
                deposit_of: |part, parts| format!("第 {part} 期{}（共 {parts} 期）", $deposit),
                balance_of: |part, parts| format!("第 {part} 期尾款（共 {parts} 期）"),
                payment: "货款",
                instalment: |part| format!("第 {part} 期"),
            },
            columns: ColumnTitles {
                number: "序号",
                due: "付款时间",
                description: "款项",
                share: "占比",
                amount: "金额",
                paid: "已付",
                status: "状态",
                balance_after: "剩余应付",
            },
            totals: Totals { total: "合计", paid: "已付合计", open: "未付金额", over: "多付金额", bank_fees: "银行扣费（卖方已认可）", difference: "与合同总额的差额" },
            statuses: Statuses {
                paid: "已付",
                due: "已到期",
                overdue: "已逾期",
                part_paid: "部分已付",
                upcoming: "未到期",
            },
            shipping: ShippingWords {
                production_starts: |share| format!("收到合同总额的 {share} 后安排生产。"),
                goods_ship_after: |days| format!("开始生产后 {days} 天装运。"),
                ship_by: "最迟装运日",
                last_true_day: concat!("确保按期装运的", $deposit, "最迟到账日"),
            },
            due: DueWords {
                span,
                after: |span, after| format!("{after} {span}"),
                then: "，顺延至",
                end_of_month: "该日所在月的月底",
                day_of_next_month: |day| format!("该日次月 {day} 日"),
                next_day: |days| format!("该日起的第一个 {}", one_of(days, |day| format!("{day} 日"), "、", "或 ")),
                comma: "，",
            },
            milestones: MilestonePhrases {
                order_confirmation: event("订单确认时", "订单确认后"),
                production_start: event("开始生产时", "开始生产后"),
                goods_ready: event("货物备妥时", "货物备妥后"),
                inspection_passed: event("验货合格时", "验货合格后"),
                shipment: event("装运时", "装运后"),
                copy_of_bill_of_lading: event("见提单副本", "收到提单副本后"),
                original_documents: event("凭正本单据", "收到正本单据后"),
                arrival: event("货到目的港时", "货到目的港后"),
                delivery: event("交货时", "交货后"),
                acceptance: event("验收合格时", "验收合格后"),
            },
            methods: Methods {
                transfer: "电汇（T/T）",
                letter_of_credit_at_sight: "即期信用证（L/C）",
                cash_against_documents: "交单付现（CAD）",
            },
            bank: BankWords {
                details: "收款账户",
                beneficiary: "收款人",
                bank: "开户银行",
                bank_address: "银行地址",
                account: "账号 / IBAN",
                swift: "SWIFT / BIC",
                remarks: "备注",
                please_quote: |reference| format!("付款时请注明 {reference}。"),
                safety: "如收到变更收款账户的通知，付款前请拨打您已有的电话号码与我们核实。",
            },
            policy: PolicyHeadings {
                why: concat!("为什么收取", $deposit),
                how_much: "比例与付款时间",
                used_for: concat!($deposit, "的用途"),
                protection: concat!($deposit, "如何得到保障"),
                changes: "订单变更或取消时",
                questions: "如有疑问请联系",
            },
            sheets: SheetWords {
                account_card: "收款账户信息",
                exact_name: "请严格按此处所写填写收款人名称：许多银行会核对户名与账号是否一致。",
                never_by_email: "我们绝不会通过邮件变更收款账户。",
                approval_sheet: "订单审批单",
                agreed_terms: "已商定的条件",
                quantity: "数量",
                unit_price: "单价",
                lead_time: "交货期（天）",
                valid_until: "报价有效期至",
                open_questions: "待定事项",
                decision_needed: "需要决定的事项",
                decision: "决定",
                decide_by: "最迟决定日",
                approve: "按以上条件批准订单。",
                approve_and_pay: |money| format!("按以上条件批准订单，并支付首笔款项 {money}。"),
            },
            page: PageWords {
                page_of: |page, pages| format!("第 {page} 页，共 {pages} 页"),
                for_seller: "卖方",
                for_buyer: "买方",
                name_date_signature: "签字（盖章）、日期",
            },
        }
    };
}

pub(crate) static PREPAYMENT: PaperText = chinese!("预付款");
pub(crate) static EARNEST: PaperText = chinese!("定金");

fn span(count: u32, unit: PeriodUnit) -> String {
    match unit {
        PeriodUnit::Days => format!("{count} 天"),
        PeriodUnit::Weeks => format!("{count} 周"),
        PeriodUnit::Months => format!("{count} 个月"),
    }
}
