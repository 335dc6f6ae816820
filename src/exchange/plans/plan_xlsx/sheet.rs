//! The visible sheet: whose plan it is, its rows, the sums, and the check row.

use rust_decimal::Decimal;
use rust_xlsxwriter::{
    Color, ConditionalFormatCell, ConditionalFormatCellRule, Format, FormatAlign, FormatBorder, Formula,
    Worksheet, XlsxError,
};

use super::{formats, number};
use crate::domain::money::Money;
use crate::text::buyer::schedule::{PaperRow, PlanPaper};

const A4: u8 = 9;
/// The maximum width of a column in characters; longer texts are broken into lines.
const WIDEST: f64 = 44.0;
/// The maximum width for labels, which are above the row numbers.
const WIDEST_LABEL: f64 = 26.0;
/// A title up to this width stays on one line, with space before the next.
const WIDEST_TITLE: f64 = 20.0;
/// The height of one line of text, in points.
const LINE: f64 = 16.0;

/// The columns in their order; fees only if some were accepted.
#[derive(Clone, Copy)]
struct SheetColumns {
    number: u16,
    what: u16,
    due: u16,
    share: u16,
    amount: u16,
    paid: u16,
    fees: Option<u16>,
    open: u16,
}

struct Formats {
    title: Format,
    header: Format,
    header_right: Format,
    text: Format,
    date: Format,
    share: Format,
    amount: Format,
    contract: Format,
    sum: Format,
    sum_share: Format,
    quiet: Format,
    quiet_amount: Format,
}

/// The positions in the sheet, counted from 0.
struct SheetPlaces {
    columns: SheetColumns,
    /// How wide each column is.
    widths: Vec<(u16, f64)>,
    contract_row: u32,
    header_row: u32,
    first_row: u32,
    sum_row: u32,
    /// Below the sums; one row lower if more than the total was received.
    check_row: u32,
}

pub(crate) fn write(sheet: &mut Worksheet, paper: &PlanPaper) -> Result<(), XlsxError> {
    let formats = Formats::new(paper);
    let places = SheetPlaces::new(paper);
    sheet.set_name(sheet_name(paper.title))?;
    write_head(sheet, paper, &places, &formats)?;
    write_header(sheet, paper, &places, &formats)?;
    for (at, row) in (places.first_row..).zip(&paper.rows) {
        write_row(sheet, at, row, paper, &places, &formats)?;
    }
    write_sums(sheet, paper, &places, &formats)?;
    write_over(sheet, paper, &places, &formats)?;
    write_check(sheet, paper, &places, &formats)?;
    for (column, width) in &places.widths {
        sheet.set_column_width(*column, *width)?;
    }
    set_page(sheet, &places)
}

/// Excel allows 31 characters in a sheet name, and none of these.
fn sheet_name(title: &str) -> String {
    title.chars().filter(|character| !"[]:*?/\\'".contains(*character)).take(31).collect()
}

impl SheetColumns {
    fn new(paper: &PlanPaper) -> Self {
        let any_fees = paper.fees.is_positive();
        let (fees, open) = if any_fees { (Some(6), 7) } else { (None, 6) };
        Self { number: 0, what: 1, due: 2, share: 3, amount: 4, paid: 5, fees, open }
    }
}

impl SheetPlaces {
    fn new(paper: &PlanPaper) -> Self {
        let count = |items: usize| u32::try_from(items).unwrap_or(u32::MAX);
        let contract_row = count(paper.facts.len()).saturating_add(1);
        let header_row = contract_row.saturating_add(1);
        let first_row = header_row.saturating_add(1);
        let sum_row = first_row.saturating_add(count(paper.rows.len()));
        let columns = SheetColumns::new(paper);
        let widths = titles(paper, columns)
            .into_iter()
            .map(|(column, title)| (column, width_of(column, &title, paper, columns)))
            .collect();
        let check_row = sum_row.saturating_add(if paper.over.is_some() { 2 } else { 1 });
        Self { columns, widths, contract_row, header_row, first_row, sum_row, check_row }
    }

    fn width(&self, column: u16) -> f64 {
        self.widths.iter().find(|(of, _)| *of == column).map_or(WIDEST, |(_, width)| *width)
    }

    /// The height of a row, in points, for texts in some of its columns.
    fn height<'a>(&self, texts: impl IntoIterator<Item = (u16, &'a str)>) -> f64 {
        let lines = texts.into_iter().map(|(column, text)| formats::lines(text, self.width(column)));
        lines.fold(1.0, f64::max) * LINE
    }

    /// `E7:E12`, the rows of a column.
    fn rows(&self, column: u16) -> String {
        let letter = letter(column);
        format!("{letter}{}:{letter}{}", self.first_row.saturating_add(1), self.sum_row)
    }

    fn contract_cell(&self) -> String {
        format!("${}${}", letter(self.columns.what), self.contract_row.saturating_add(1))
    }
}

impl Formats {
    fn new(paper: &PlanPaper) -> Self {
        let currency = paper.total.currency();
        let amount = Format::new().set_num_format(formats::amount(currency)).set_align(FormatAlign::Top);
        let header = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter)
            .set_background_color(Color::Theme(4, 1))
            .set_border_bottom(FormatBorder::Thin);
        let sum = amount.clone().set_bold().set_border_top(FormatBorder::Thin);
        let quiet = Format::new().set_font_color(Color::Gray).set_text_wrap().set_align(FormatAlign::Top);
        Self {
            title: Format::new().set_bold().set_font_size(16),
            header_right: header.clone().set_align(FormatAlign::Right),
            header,
            text: Format::new().set_text_wrap().set_align(FormatAlign::Left).set_align(FormatAlign::Top),
            date: Format::new()
                .set_num_format(formats::date(paper.voice.language()))
                .set_align(FormatAlign::Left)
                .set_align(FormatAlign::Top),
            share: Format::new().set_num_format(formats::SHARE).set_align(FormatAlign::Top),
            contract: Format::new()
                .set_num_format(formats::money(currency, &paper.voice))
                .set_bold()
                .set_align(FormatAlign::Left)
                .set_align(FormatAlign::Top),
            sum_share: sum.clone().set_num_format(formats::SHARE),
            quiet_amount: amount.clone().set_font_color(Color::Gray),
            sum,
            amount,
            quiet,
        }
    }
}

fn write_head(
    sheet: &mut Worksheet,
    paper: &PlanPaper,
    places: &SheetPlaces,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let columns = places.columns;
    sheet.write_string_with_format(0, 0, paper.title, &formats.title)?;
    let room: f64 =
        places.widths.iter().filter(|(of, _)| *of != columns.number).map(|(_, width)| width).sum();
    for (at, (label, value)) in (1_u32..).zip(&paper.facts) {
        sheet.write_string_with_format(at, columns.number, *label, &formats.text)?;
        sheet.merge_range(at, columns.what, at, columns.open, value, &formats.text)?;
        sheet.set_row_height(at, formats::lines(value, room) * LINE)?;
    }
    let at = places.contract_row;
    // Space above the table.
    sheet.set_row_height(at, LINE * 2.0)?;
    sheet.write_string_with_format(at, columns.number, paper.voice.words().contract_total, &formats.text)?;
    sheet.write_number_with_format(at, columns.what, number(paper.total), &formats.contract)?;
    Ok(())
}

fn write_header(
    sheet: &mut Worksheet,
    paper: &PlanPaper,
    places: &SheetPlaces,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let columns = places.columns;
    for (column, title) in titles(paper, columns) {
        let right = column >= columns.share;
        let format = if right { &formats.header_right } else { &formats.header };
        sheet.write_string_with_format(places.header_row, column, title, format)?;
    }
    let titles = titles(paper, columns);
    let height = places.height(titles.iter().map(|(column, title)| (*column, title.as_str())));
    sheet.set_row_height(places.header_row, height + LINE / 2.0)?;
    Ok(())
}

fn titles(paper: &PlanPaper, columns: SheetColumns) -> Vec<(u16, String)> {
    let (voice, words) = (&paper.voice, paper.voice.words());
    let amount = voice.in_brackets(words.columns.amount, paper.total.currency().code());
    let mut titles = vec![
        (columns.number, words.columns.number.to_owned()),
        (columns.what, words.columns.description.to_owned()),
        (columns.due, words.columns.due.to_owned()),
        (columns.share, words.columns.share.to_owned()),
        (columns.amount, amount),
        (columns.paid, words.columns.paid.to_owned()),
        (columns.open, words.totals.open.to_owned()),
    ];
    titles.extend(columns.fees.map(|fees| (fees, words.totals.bank_fees.to_owned())));
    titles
}

fn write_row(
    sheet: &mut Worksheet,
    at: u32,
    row: &PaperRow,
    paper: &PlanPaper,
    places: &SheetPlaces,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let columns = places.columns;
    sheet.write_number_with_format(at, columns.number, row.n, &formats.text)?;
    let waits = row.rule.as_deref().map_or_else(String::new, |text| paper.voice.beginning(text));
    let name = if row.due.is_some() { row.described(&paper.voice) } else { row.name.clone() };
    sheet
        .set_row_height(at, places.height([(columns.what, name.as_str()), (columns.due, waits.as_str())]))?;
    sheet.write_string_with_format(at, columns.what, name, &formats.text)?;
    match (row.due, row.due.and_then(formats::excel_date)) {
        (_, Some(day)) => sheet.write_datetime_with_format(at, columns.due, &day, &formats.date)?,
        (Some(day), None) => {
            sheet.write_string_with_format(at, columns.due, day.to_string(), &formats.text)?
        }
        (None, None) => sheet.write_string_with_format(at, columns.due, waits, &formats.text)?,
    };
    let cell = |column: u16| format!("{}{}", letter(column), at.saturating_add(1));
    let share = Formula::new(format!("={}/{}", cell(columns.amount), places.contract_cell()))
        .set_result(ratio(row.amount, paper.total));
    sheet.write_formula_with_format(at, columns.share, share, &formats.share)?;
    sheet.write_number_with_format(at, columns.amount, number(row.amount), &formats.amount)?;
    sheet.write_number_with_format(at, columns.paid, number(row.paid), &formats.amount)?;
    let mut open = format!("{}-{}", cell(columns.amount), cell(columns.paid));
    if let Some(fees) = columns.fees {
        sheet.write_number_with_format(at, fees, number(row.short), &formats.amount)?;
        open.push_str(&format!("-{}", cell(fees)));
    }
    // Excel's numbers are binary: 3000-2999.8-0.2 is not exactly zero.
    let digits = paper.total.currency().digits();
    let open = Formula::new(format!("=ROUND({open},{digits})")).set_result(row.open.to_string());
    sheet.write_formula_with_format(at, columns.open, open, &formats.amount)?;
    Ok(())
}

fn write_sums(
    sheet: &mut Worksheet,
    paper: &PlanPaper,
    places: &SheetPlaces,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let (columns, at) = (places.columns, places.sum_row);
    sheet.write_blank(at, columns.number, &formats.sum)?;
    sheet.write_string_with_format(at, columns.what, paper.voice.words().totals.total, &formats.sum)?;
    sheet.write_blank(at, columns.due, &formats.sum)?;
    let sums = [
        (Some(columns.share), "1".to_owned()),
        (Some(columns.amount), paper.total.to_string()),
        (Some(columns.paid), paper.paid.to_string()),
        (columns.fees, paper.fees.to_string()),
        (Some(columns.open), paper.open.to_string()),
    ];
    for (column, result) in sums {
        let Some(column) = column else { continue };
        let formula = Formula::new(format!("=SUM({})", places.rows(column))).set_result(result);
        let format = if column == columns.share { &formats.sum_share } else { &formats.sum };
        sheet.write_formula_with_format(at, column, formula, format)?;
    }
    Ok(())
}

/// The money received beyond the total, below what was paid of the rows.
fn write_over(
    sheet: &mut Worksheet,
    paper: &PlanPaper,
    places: &SheetPlaces,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let Some(over) = paper.over else { return Ok(()) };
    let (columns, at) = (places.columns, places.sum_row.saturating_add(1));
    let label = paper.voice.words().totals.over;
    sheet.set_row_height(at, places.height([(columns.what, label)]))?;
    sheet.write_string_with_format(at, columns.what, label, &formats.text)?;
    sheet.write_number_with_format(at, columns.paid, number(over), &formats.amount)?;
    Ok(())
}

/// The check row: a changed amount shows at once that the rows no longer add up to the total.
fn write_check(
    sheet: &mut Worksheet,
    paper: &PlanPaper,
    places: &SheetPlaces,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let (columns, at) = (places.columns, places.check_row);
    let check = paper.voice.words().totals.difference;
    sheet.merge_range(at, columns.what, at, columns.share, check, &formats.quiet)?;
    let room = places.width(columns.what) + places.width(columns.due) + places.width(columns.share);
    sheet.set_row_height(at, formats::lines(check, room) * LINE)?;
    let digits = paper.total.currency().digits();
    let rows = places.rows(columns.amount);
    let formula = format!("=ROUND({}-SUM({rows}),{digits})", places.contract_cell());
    let formula = Formula::new(formula).set_result("0");
    sheet.write_formula_with_format(at, columns.amount, formula, &formats.quiet_amount)?;
    let wrong = ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::NotEqualTo(0))
        .set_format(Format::new().set_font_color(Color::Red).set_bold());
    sheet.add_conditional_format(at, columns.amount, at, columns.amount, &wrong)?;
    Ok(())
}

fn width_of(column: u16, title: &str, paper: &PlanPaper, columns: SheetColumns) -> f64 {
    let voice = &paper.voice;
    let widest = |texts: &mut dyn Iterator<Item = &str>| texts.map(formats::width).fold(12.0, f64::max);
    let fit = if column == columns.number {
        let labels = paper.facts.iter().map(|(label, _)| *label);
        return widest(&mut labels.chain([voice.words().contract_total])).min(WIDEST_LABEL);
    } else if column == columns.what {
        let names: Vec<String> = paper.rows.iter().map(|row| row.described(voice)).collect();
        let total = voice.money(paper.total);
        widest(&mut names.iter().map(String::as_str).chain([total.as_str()]))
    } else if column == columns.due {
        widest(&mut paper.rows.iter().filter_map(|row| row.rule.as_deref())).clamp(18.0, 30.0)
    } else if column == columns.share {
        10.0
    } else {
        formats::width(&voice.amount(paper.total)).max(12.0)
    };
    // Excel breaks lines only between words and cuts a word that does not fit. Titles are bold.
    let bold = |text: &str| formats::width(text) * 1.15;
    let longest_word = title.split(' ').map(bold).fold(0.0, f64::max);
    let whole = Some(bold(title)).filter(|whole| *whole <= WIDEST_TITLE);
    fit.max(whole.unwrap_or(longest_word)).min(WIDEST)
}

fn set_page(sheet: &mut Worksheet, places: &SheetPlaces) -> Result<(), XlsxError> {
    sheet
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.6, 0.6, 0.7, 0.7, 0.3, 0.3)
        .set_footer("&C&P / &N");
    sheet.set_repeat_rows(places.header_row, places.header_row)?;
    sheet.set_freeze_panes(places.first_row, 0)?;
    sheet.set_print_area(0, 0, places.check_row, places.columns.open)?;
    Ok(())
}

fn letter(column: u16) -> char {
    u8::try_from(column).ok().and_then(|column| b'A'.checked_add(column)).map_or('A', char::from)
}

/// The result of a share's formula, with the digits that Excel keeps.
fn ratio(part: Money, whole: Money) -> String {
    let exact = part.decimal().checked_div(whole.decimal()).unwrap_or(Decimal::ZERO);
    exact.round_dp(17).normalize().to_string()
}
