//! What the single lines of a damaged document still say, as facts.

/// How much of a document can be read although the whole cannot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Salvage {
    /// Deals that are whole.
    pub deals: usize,
    /// Everything that could not be read, in the order of the file.
    pub lost: Vec<Lost>,
    /// The end is missing: how many deals stood there nobody knows.
    pub is_cut_off: bool,
}

/// A line that could not be read, or a part that was not found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// None: it is nowhere.
    pub line: Option<usize>,
    pub part: LostPart,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LostPart {
    /// With the buyer, where the line is readable so far.
    Deal(Option<String>),
    Settings,
    Library,
}

impl Salvage {
    pub fn lost_deals(&self) -> usize {
        self.lost.iter().filter(|lost| matches!(lost.part, LostPart::Deal(_))).count()
    }

    /// The deals that are whole and those that are not.
    pub fn all_deals(&self) -> usize {
        self.deals.saturating_add(self.lost_deals())
    }
}
