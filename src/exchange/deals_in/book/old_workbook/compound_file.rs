//! The container of old Office files: a small file system of sectors, read only as far as finding one stream needs.

/// A container whose tables were read.
pub(crate) struct CompoundFile<'a> {
    bytes: &'a [u8],
    sector: usize,
    /// For each sector, the next one of its stream.
    next: Vec<u32>,
    next_small: Vec<u32>,
    /// Small streams share this one.
    small: Vec<u8>,
    entries: Vec<StreamEntry>,
}

struct StreamEntry {
    name: String,
    start: u32,
    length: usize,
}

/// From this number on, a sector number is a mark.
const MARKS: u32 = 0xffff_fff0;
const HEADER: usize = 512;
const SMALL_SECTOR: usize = 64;
/// Streams below this length are small.
const SMALL_STREAM: usize = 4096;

impl<'a> CompoundFile<'a> {
    /// None for what is no container.
    pub fn open(bytes: &'a [u8]) -> Option<Self> {
        let sector =
            1_usize.checked_shl(u32::from(number16(bytes, 30)?)).filter(|size| matches!(size, 512 | 4096))?;
        let mut file = Self {
            bytes,
            sector,
            next: Vec::new(),
            next_small: Vec::new(),
            small: Vec::new(),
            entries: Vec::new(),
        };
        file.next = file.table(bytes)?;
        let directory = file.chain(number32(bytes, 48)?, usize::MAX)?;
        file.entries = directory.chunks_exact(128).filter_map(entry).collect();
        let root = file.entries.first()?;
        file.small = file.chain(root.start, root.length)?;
        file.next_small = numbers(&file.chain(number32(bytes, 60)?, usize::MAX)?);
        Some(file)
    }

    pub fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name == name)
    }

    /// The bytes of a stream.
    pub fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entries.iter().find(|entry| entry.name == name)?;
        if entry.length >= SMALL_STREAM {
            return self.chain(entry.start, entry.length);
        }
        let part = |number: u32| {
            let start = usize::try_from(number).ok()?.checked_mul(SMALL_SECTOR)?;
            self.small.get(start..start.checked_add(SMALL_SECTOR)?)
        };
        gather(entry.start, entry.length, &self.next_small, part)
    }

    /// The table of next sectors is itself in sectors, which the header and further sectors list.
    fn table(&self, header: &[u8]) -> Option<Vec<u32>> {
        let mut listed = numbers(header.get(76..HEADER)?);
        let mut more = number32(header, 68)?;
        let mut left = self.bytes.len().checked_div(self.sector)?;
        while more < MARKS {
            left = left.checked_sub(1)?;
            let mut list = numbers(self.at(more)?);
            more = list.pop()?;
            listed.extend(list);
        }
        let mut next = Vec::new();
        for sector in listed.into_iter().filter(|sector| *sector < MARKS) {
            next.extend(numbers(self.at(sector)?));
        }
        Some(next)
    }

    fn chain(&self, start: u32, length: usize) -> Option<Vec<u8>> {
        gather(start, length, &self.next, |number| self.at(number))
    }

    fn at(&self, number: u32) -> Option<&'a [u8]> {
        // The header takes the place of one sector.
        let start = usize::try_from(number).ok()?.checked_add(1)?.checked_mul(self.sector)?;
        let end = start.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(start..end).filter(|part| !part.is_empty())
    }
}

/// Follows the sectors of a stream, at most as many as there are.
fn gather<'b>(
    start: u32,
    length: usize,
    next: &[u32],
    part: impl Fn(u32) -> Option<&'b [u8]>,
) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut number = start;
    let mut left = next.len();
    while number < MARKS && bytes.len() < length {
        left = left.checked_sub(1)?;
        bytes.extend_from_slice(part(number)?);
        number = *next.get(usize::try_from(number).ok()?)?;
    }
    bytes.truncate(length);
    Some(bytes)
}

fn entry(bytes: &[u8]) -> Option<StreamEntry> {
    let letters = bytes.get(..64)?.chunks_exact(2).filter_map(|pair| number16(pair, 0));
    let letters: Vec<u16> = letters.take_while(|letter| *letter != 0).collect();
    let length = usize::try_from(number32(bytes, 120)?).ok()?;
    Some(StreamEntry { name: String::from_utf16_lossy(&letters), start: number32(bytes, 116)?, length })
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).filter_map(|four| number32(four, 0)).collect()
}

/// A number of two bytes, the lower first.
pub(crate) fn number16(bytes: &[u8], place: usize) -> Option<u16> {
    let two = bytes.get(place..place.checked_add(2)?)?;
    two.try_into().ok().map(u16::from_le_bytes)
}

/// A number of four bytes, the lowest first.
pub(crate) fn number32(bytes: &[u8], place: usize) -> Option<u32> {
    let four = bytes.get(place..place.checked_add(4)?)?;
    four.try_into().ok().map(u32::from_le_bytes)
}
