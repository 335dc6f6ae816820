//! What can still be read from the single lines of a damaged document, as facts.

/// How much of a document can be read although the whole cannot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Salvage {
    /// Deals that could be read completely.
    pub deals: usize,
    /// Everything that could not be read, in the order of the file.
    pub lost: Vec<Lost>,
    /// The end is missing, with an unknown number of deals.
    pub is_cut_off: bool,
}

/// A line that could not be read, or a part that was not found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// None for a part that was not found.
    pub line: Option<usize>,
    pub part: LostPart,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LostPart {
    /// A deal, with its buyer where that much of the line is readable.
    Deal(Option<String>),
    Settings,
    Library,
}

impl Salvage {
    pub(crate) fn lost_deals(&self) -> usize {
        self.lost.iter().filter(|lost| matches!(lost.part, LostPart::Deal(_))).count()
    }

    /// The number of deals found, readable or not.
    pub(crate) fn all_deals(&self) -> usize {
        self.deals.saturating_add(self.lost_deals())
    }
}
