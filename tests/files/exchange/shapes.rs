//! Text files of every shape, and sources that are no files: read, or refused in words.

use super::*;
use icebreak::exchange::read_deals;

/// What came of a file: how many rows, or the start of the refusal.
#[track_caller]
fn check(bytes: &[u8], expected: Result<usize, &str>) {
    let got = read_deals_from(bytes).map(|read| read.rows.len()).map_err(|problem| problem.to_string());
    match (&got, expected) {
        (Err(said), Err(start)) => assert!(said.starts_with(start) && said.contains(';'), "{said}"),
        (got, expected) => assert_eq!(got.as_ref().ok(), expected.as_ref().ok(), "{got:?}"),
    }
}

#[test]
fn csv_of_every_shape() {
    check(b"buyer\nA\0B\n", Err("the file is not text"));
    check(b"\0\0\0\0", Err("the file is not text"));
    check(b"buyer\n\"\n", Err("a quotation mark in row 2"));
    check(b"buyer,notes\nA,5\" pipe\nB,\n", Ok(2));
    check(b"buyer,notes\nA,\"x\"y\n", Ok(1));
    check(b"buyer\r\nA\nB\rC\r\n\nD", Ok(4));
    check(b"buyer", Ok(0));
    check(b"buyer\n", Ok(0));
    check(b"buyer\nA\nB\n", Ok(2));
    check(b"buyer\n\n\n , ,\n", Ok(0));
    check(b"\xef\xbb\xbf\xef\xbb\xbfbuyer\nA\n", Ok(1));
    check("\u{feff}".as_bytes(), Err("the file holds no table"));
    check(b"sep=|\nbuyer|notes\nA|a,b;c\n", Ok(1));
    let wide = |columns: usize| format!("buyer{}\nA{}\n", ",x".repeat(columns), ",1".repeat(columns));
    check(wide(500).as_bytes(), Ok(1));
    check(wide(5_000).as_bytes(), Err("the file is too large (more than 512 columns"));
    check(format!("buyer,notes\nA,{}\n", "n".repeat(1 << 20)).as_bytes(), Ok(1));
    check(format!("buyer\n{}\n", "a".to_owned() + &"\u{301}".repeat(100)).as_bytes(), Ok(1));
    check("buyer\n\u{202e}gnp.exe\u{2066}\u{200b}\n".as_bytes(), Ok(1));
}

#[test]
fn the_characters_of_a_file_are_found_out_or_refused() {
    let utf16 = |bom: &[u8], bytes: fn(u16) -> [u8; 2]| {
        [bom.to_vec(), "buyer\r\nMüller\r\n".encode_utf16().flat_map(bytes).collect()].concat()
    };
    check(&utf16(b"\xff\xfe", u16::to_le_bytes), Ok(1));
    check(&utf16(b"\xfe\xff", u16::to_be_bytes), Ok(1));
    // Without its mark it looks like nothing.
    check(&utf16(b"", u16::to_le_bytes), Err("the file is not text"));
    check(
        &[utf16(b"\xff\xfe", u16::to_le_bytes), b"\0".to_vec()].concat(),
        Err("the characters of the file"),
    );

    let doubt = Err("the encoding of the text is in doubt");
    let western = |text: &str| encoding_of(text, encoding_rs::WINDOWS_1252);
    check(&western("buyer,city\nMüller & Söhne,Köln\nGroßmann,Düsseldorf\n"), Ok(2));
    check(&western("buyer,city\nSociété Générale,Orléans\n"), Ok(1));
    // Two letters that are others in the code page of Central Europe.
    check(&western("buyer,notes\nEspaña S.A.,mañana\n"), doubt);
    check(&western("buyer,notes\nAcme,€5\n"), Ok(1));
    check(&encoding_of("buyer,city\nСеверТехника,Москва\n", encoding_rs::WINDOWS_1251), Ok(1));

    let chinese = |text: &str| encoding_of(text, encoding_rs::GB18030);
    check(&chinese("公司,产品\n宁波光明照明有限公司,瓷砖\n"), Ok(1));
    // Three characters that could be Korean ones.
    check(&chinese("buyer,city\nMüller,宁波\n"), doubt);
    check(&chinese("buyer,city\nCông ty Minh Phát,Hồ Chí Minh\n"), Ok(1));
    check(&chinese("buyer,notes\n鑫鑫进出口有限公司,朱镕\n"), Ok(1));
    check(&chinese("客户\nMüller\n"), Ok(1));
    check(ZH, Ok(3));
}

fn encoding_of(text: &str, encoding: &'static encoding_rs::Encoding) -> Vec<u8> {
    let (bytes, _, unmappable) = encoding.encode(text);
    assert!(!unmappable, "{text}");
    bytes.into_owned()
}

#[test]
#[cfg(unix)]
fn only_files_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("deals.csv");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(made.success());
    let link = folder.path().join("link.csv");
    std::os::unix::fs::symlink(&pipe, &link).unwrap();
    for path in [&pipe, &link, folder.path(), "/dev/zero".as_ref(), "/dev/null".as_ref(), "/dev/tty".as_ref()]
    {
        if path.exists() {
            assert_eq!(read_deals(path), Err(ImportProblem::NotAFile), "{path:?}");
        }
    }
    let gone = read_deals(&folder.path().join("gone.csv"));
    assert!(matches!(gone, Err(ImportProblem::Unreadable(_))), "{gone:?}");
}
