//! Words of the questions to a buyer who has just agreed.

pub struct AfterYesText {
    /// Leads to the questions.
    pub ask: &'static str,
    pub title: &'static str,
    pub what_for: &'static str,
    pub decides: &'static str,
    pub decides_hint: &'static str,
    pub decided_by: &'static str,
    pub paid_by: &'static str,
    pub deputy: &'static str,
    pub deputy_hint: &'static str,
    pub reached_at: &'static str,
    pub reached_at_hint: &'static str,
    pub save: &'static str,
}

pub const ENGLISH: AfterYesText = AfterYesText {
    ask: "They agreed: what happens next?",
    title: "After the yes",
    what_for: "The days become their promises, and Icebreak asks the working day after. Leave empty what they did not say.",
    decides: "Who still has to say yes",
    decides_hint: "The board",
    decided_by: "On which day",
    paid_by: "Deposit leaves their bank on",
    deputy: "Who answers if your contact is away",
    deputy_hint: "Ms Weber",
    reached_at: "E-mail or phone of that person",
    reached_at_hint: "weber@example.com",
    save: "Save the answers",
};

pub const CHINESE: AfterYesText = AfterYesText {
    ask: "客户已同意：接下来怎么走？",
    title: "客户同意之后",
    what_for: "日期会记为客户的承诺，到期后的下一个工作日会提醒您。客户没说的请留空。",
    decides: "还需要谁批准",
    decides_hint: "董事会",
    decided_by: "哪天批准",
    paid_by: "预付款哪天汇出",
    deputy: "联系人不在时找谁",
    deputy_hint: "Weber 女士",
    reached_at: "此人的邮箱或电话",
    reached_at_hint: "weber@example.com",
    save: "保存答复",
};
