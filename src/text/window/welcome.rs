//! Words of the first run: what the program is for, and four ways to begin.

pub struct WelcomeText {
    pub name: &'static str,
    pub what_for: &'static str,
    pub sample: &'static str,
    pub sample_line: &'static str,
    pub import: &'static str,
    pub import_line: &'static str,
    pub bring: &'static str,
    pub bring_line: &'static str,
    pub empty: &'static str,
    pub empty_line: &'static str,
    pub kept: &'static str,
}

pub const ENGLISH: WelcomeText = WelcomeText {
    name: "Icebreak",
    what_for: "When a buyer agreed and then went silent: see who to write to today, why they may be silent, and the next message, ready to copy.",
    sample: "Open the sample",
    sample_line: "Look around with made-up deals: the first draft is one click away.",
    import: "Import my deals",
    import_line: "From a .csv or .xlsx list. You can also drop the file on this window.",
    bring: "Bring everything over from another computer",
    bring_line: "From the file that Icebreak made there with “Copy everything to a file”.",
    empty: "Start empty",
    empty_line: "Write down your first deal by hand.",
    kept: "Your data stays on this computer, in one file.",
};

pub const CHINESE: WelcomeText = WelcomeText {
    name: "破冰 Icebreak",
    what_for: "客户谈好了却不再回复？这里告诉您今天该联系谁、对方可能为什么沉默，并写好下一封消息，复制即可发送。",
    sample: "打开示例",
    sample_line: "用虚构的订单先看一看：点一下就能看到第一封草稿。",
    import: "导入我的订单",
    import_line: "支持 .csv 或 .xlsx 表格，也可以把文件拖放到这个窗口。",
    bring: "从另一台电脑迁移",
    bring_line: "使用在那台电脑上用“导出全部内容到文件”生成的文件。",
    empty: "从空白开始",
    empty_line: "手动录入第一个订单。",
    kept: "数据只保存在这台电脑上的一个文件里。",
};
