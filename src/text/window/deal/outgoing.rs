//! Words about what leaves the program: messages for other programs, and sheets for the buyer.

use crate::domain::files::export_problem::LinkProblem;
use crate::domain::typed::phone::PhoneProblem;

pub struct OutgoingText {
    /// The accessible name of a value that is copied by a click.
    pub copy_value: fn(&str) -> String,
    pub copied_value: fn(&str) -> String,
    pub copy_only: &'static str,
    /// A choice for the message: its reader may answer with one letter.
    pub one_letter: &'static str,
    pub open_mail: &'static str,
    pub open_whatsapp: &'static str,
    pub opened: &'static str,
    pub not_opened: &'static str,
    pub link_problem: fn(LinkProblem) -> String,
    /// The plan's PDF is in the file.
    pub attached: &'static str,
    pub not_attached: fn(&str) -> String,
    pub sheets: &'static str,
    pub account_card_pdf: &'static str,
    pub account_card_text: &'static str,
    pub approval_sheet_pdf: &'static str,
    pub approval_sheet_text: &'static str,
    /// The currency's code.
    pub no_account: fn(&str) -> String,
    pub no_currency: &'static str,
    pub more_pages: fn(u32) -> String,
}

pub const ENGLISH: OutgoingText = OutgoingText {
    copy_value: |value| format!("Copy {value}"),
    copied_value: |value| format!("Copied: {value}"),
    copy_only: "Copy without logging",
    one_letter: "Offer a one-letter reply",
    open_mail: "Open in the mail program",
    open_whatsapp: "Open in WhatsApp",
    opened: "The message is in the other program. Log it once it is sent.",
    not_opened: "No program here opens such a link. Copy the message, or save it as .eml.",
    link_problem: |problem| match problem {
        LinkProblem::TooLong { length, most } => format!(
            "This message is too long for a link: {length} of at most {most} characters. Copy it, or save it as .eml."
        ),
        LinkProblem::Phone(PhoneProblem::Missing) => {
            "The contact has no phone number. Enter it in Details, like +49 40 123456.".to_owned()
        }
        LinkProblem::Phone(PhoneProblem::NoCountryCode) => {
            "The contact's phone number has no country code. Write it in Details like +49 40 123456."
                .to_owned()
        }
        LinkProblem::Phone(PhoneProblem::Unreadable) => {
            "The contact's phone number is not one number. Write it in Details like +49 40 123456.".to_owned()
        }
    },
    attached: "The payment schedule is attached.",
    not_attached: |why| format!("The payment schedule is not attached. {why}"),
    sheets: "Sheets for the buyer",
    account_card_pdf: "Account card (.pdf)",
    account_card_text: "Copy the account card as text",
    approval_sheet_pdf: "Approval sheet (.pdf)",
    approval_sheet_text: "Copy the approval sheet as text",
    no_account: |code| format!("The library has no bank account for {code}. Add one in Library, Company."),
    no_currency: "The deal has no currency yet, so no account can be chosen. Enter it in Details.",
    more_pages: |pages| {
        format!("The sheet takes {pages} pages. Shorten the open questions or your answers to fit one.")
    },
};

pub const CHINESE: OutgoingText = OutgoingText {
    copy_value: |value| format!("复制 {value}"),
    copied_value: |value| format!("已复制：{value}"),
    copy_only: "仅复制，不记录",
    one_letter: "请对方只回一个字母",
    open_mail: "在邮件程序中打开",
    open_whatsapp: "在 WhatsApp 中打开",
    opened: "消息已在另一程序中打开，发送后请记录。",
    not_opened: "本机没有能打开此链接的程序。请复制消息，或保存为 .eml。",
    link_problem: |problem| match problem {
        LinkProblem::TooLong { length, most } => {
            format!("消息太长，不适合用链接打开：{length} 个字符，上限 {most}。请复制，或保存为 .eml。")
        }
        LinkProblem::Phone(PhoneProblem::Missing) => {
            "联系人没有电话号码。请在“资料”中填写，例如 +49 40 123456。".to_owned()
        }
        LinkProblem::Phone(PhoneProblem::NoCountryCode) => {
            "联系人的电话号码缺少国家代码。请在“资料”中改为 +49 40 123456 的格式。".to_owned()
        }
        LinkProblem::Phone(PhoneProblem::Unreadable) => {
            "联系人的电话不是一个完整的号码。请在“资料”中改为 +49 40 123456 的格式。".to_owned()
        }
    },
    attached: "已附上付款计划。",
    not_attached: |why| format!("未附上付款计划。{why}"),
    sheets: "给客户的单页文件",
    account_card_pdf: "收款账户卡（.pdf）",
    account_card_text: "以文本复制收款账户卡",
    approval_sheet_pdf: "审批单（.pdf）",
    approval_sheet_text: "以文本复制审批单",
    no_account: |code| format!("素材库中没有 {code} 账户。请在“素材库”的“公司”中添加。"),
    no_currency: "订单还没有币种，无法选择账户。请在“资料”中填写。",
    more_pages: |pages| format!("该文件占了 {pages} 页。请精简待定事项或您的回答，使其不超过一页。"),
};
