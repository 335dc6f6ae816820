//! Words in a deal's notes that answer a question of the built-in model, in English and Chinese.

/// In which notes such a word counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum NoteScope {
    /// In any note.
    Anywhere,
    /// In notes of the last thirty days, because it passes.
    Recent,
    /// In the note of their last message only.
    LastReply,
}

pub(super) struct KeywordSign {
    pub(super) question: &'static str,
    pub(super) answer: &'static str,
    pub(super) scope: NoteScope,
    /// Separated by `|`; in lower case.
    words: &'static str,
}

/// In the order in which they are tried: for each question the more telling answer comes first.
pub(super) const SIGNS: &[KeywordSign] = &[
    anywhere(
        "who-decides",
        "committee",
        "committee|the board|board of directors|board meeting|procurement team|purchasing department|委员会|董事会|采购部|评审会|\
         集体决定",
    ),
    anywhere(
        "who-decides",
        "boss",
        "boss|ceo|chairman|managing director|general manager|老板|领导|总经理|董事长",
    ),
    anywhere(
        "for-whom",
        "customer",
        "end customer|end-customer|end user|their customer|their client|his customer|\
         her customer|our customer|tender|终端客户|最终客户|他们的客户|客户的客户|下游客户|招标|\
         投标",
    ),
    KeywordSign {
        question: "last-word",
        answer: "approval",
        scope: NoteScope::LastReply,
        words: "approval|approve|internally|committee|the board|boss|decide|decides|decision|审批|批准|内部|\
         商量|讨论|开会|决定",
    },
    KeywordSign {
        question: "last-word",
        answer: "objection",
        scope: NoteScope::LastReply,
        words: "too expensive|too high|too long|too much|too slow|not acceptable|cannot accept|\
         can't accept|太贵|太高|太长|太久|太慢|太多|不能接受|无法接受|不接受",
    },
    anywhere(
        "asked-most",
        "service",
        "warranty|guarantee period|spare part|after-sales|after sales|maintenance|质保|保修|备件|\
         配件|售后|维修",
    ),
    anywhere(
        "asked-most",
        "quality",
        "quality|inspection|certificate|test report|defect|质量|品质|验货|认证|检测报告|不良率",
    ),
    anywhere(
        "asked-most",
        "delivery",
        "delivery|delivery time|lead time|shipping date|ship date|eta|交期|货期|交货|船期|\
         发货时间",
    ),
    anywhere(
        "price-talk",
        "compared",
        "competitor|other supplier|another supplier|other offer|other quote|comparing|比价|同行|\
         别家|其他供应商|另一家|货比三家",
    ),
    anywhere(
        "price-talk",
        "lower",
        "discount|lower price|better price|cheaper|target price|too expensive|降价|便宜点|\
         便宜一点|太贵|折扣|目标价|还价|砍价",
    ),
    anywhere(
        "deposit-reaction",
        "safety",
        "escrow|trade assurance|letter of credit|scam|fraud|deposit safe|deposit is safe|\
         trust us|信用证|信保|骗|定金安全|预付款安全|资金安全|不信任|不放心",
    ),
    anywhere(
        "deposit-reaction",
        "easier",
        "instalment|installment|smaller deposit|lower deposit|reduce the deposit|less deposit|\
         open account|payment after|days credit|分期|少付定金|降低定金|减少定金|降低预付|\
         减少预付|账期|赊账|货到付款",
    ),
    anywhere(
        "quantity",
        "too-much",
        "moq|minimum order|minimum quantity|smaller quantity|起订量|起订数量|最小订量",
    ),
    KeywordSign {
        question: "away",
        answer: "yes",
        scope: NoteScope::Recent,
        words: "on holiday|on vacation|on leave|out of office|travelling|traveling|business trip|放假|\
         休假|度假|出差|假期",
    },
    anywhere(
        "first-order",
        "first",
        "first order|new customer|new client|trial order|首单|第一单|新客户|试单",
    ),
    anywhere(
        "first-order",
        "repeat",
        "repeat order|reorder|re-order|regular customer|existing customer|返单|翻单|老客户",
    ),
    anywhere(
        "formalities",
        "bank",
        "foreign exchange|foreign currency|central bank|dollar shortage|fx approval|外汇|央行|\
         换汇|购汇",
    ),
    anywhere(
        "formalities",
        "permit",
        "import licence|import license|import permit|product registration|进口许可|许可证|\
         进口批文|产品注册",
    ),
    anywhere(
        "budget",
        "not-yet",
        "no budget|over budget|next year's budget|next budget|waiting for budget|wait for budget|\
         budget is not|budget not|没有预算|没预算|超预算|超出预算|等预算|预算没|预算未|预算还没|\
         明年预算|明年的预算",
    ),
    anywhere(
        "budget",
        "set",
        "budget approved|budget is approved|budget is set|预算已批|预算批了|预算已定|有预算",
    ),
    anywhere(
        "change",
        "changed",
        "postponed|on hold|cancelled|canceled|left the company|restructuring|reorganisation|\
         reorganization|new buyer took over|暂停|搁置|推迟|取消|离职|换人|重组",
    ),
];

const fn anywhere(question: &'static str, answer: &'static str, words: &'static str) -> KeywordSign {
    KeywordSign { question, answer, scope: NoteScope::Anywhere, words }
}

impl KeywordSign {
    /// The sentence of `text` that holds one of the words, not denied; shortened.
    pub(super) fn snippet(&self, text: &str) -> Option<String> {
        sentences(text)
            .find(|sentence| self.words.split('|').any(|word| says(sentence, word)))
            .map(|sentence| shorten(sentence.trim()))
    }
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '。', '!', '?', '！', '？', ';', '；']).flat_map(|line| line.split(". "))
}

/// Whether the sentence holds the word as a whole word, and without a "no" right before it.
fn says(sentence: &str, word: &str) -> bool {
    let lower = sentence.to_ascii_lowercase();
    lower.match_indices(word).any(|(start, _)| {
        let before = lower.get(..start).unwrap_or_default();
        let after = lower.get(start.saturating_add(word.len())..).unwrap_or_default();
        let alone = !word.is_ascii() || stands_alone(before, after);
        alone && !is_denied(before)
    })
}

fn stands_alone(before: &str, after: &str) -> bool {
    let ends = |rest: &str| !rest.starts_with(|next: char| next.is_ascii_alphanumeric());
    let begins = !before.ends_with(|last: char| last.is_ascii_alphanumeric());
    begins && (ends(after) || after.strip_prefix('s').is_some_and(ends))
}

fn is_denied(before: &str) -> bool {
    let clause = before.rsplit([',', '，', ':', '：', '、', '(', '（']).next().unwrap_or_default();
    let english = clause
        .split_whitespace()
        .rev()
        .take(2)
        .any(|word| matches!(word, "no" | "not" | "without" | "never" | "isn't" | "doesn't"));
    english || clause.chars().rev().take(3).any(|sign| matches!(sign, '不' | '没' | '无' | '未' | '非'))
}

fn shorten(sentence: &str) -> String {
    const LONGEST: usize = 80;
    if sentence.chars().count() <= LONGEST {
        sentence.to_owned()
    } else {
        sentence.chars().take(LONGEST).chain(std::iter::once('…')).collect()
    }
}
