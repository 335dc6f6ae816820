//! Numbers in fields that we do not know.

use icebreak::store::Trust;
use icebreak::store::disk::format::decode;

use crate::store::support::{encode, reseal, small};

/// A number is kept as it was written; an exponent only gets its sign.
fn check(number: &str, kept: &str) {
    let text = encode(&small("x")).replace("\"deals\":{", &format!("\"n\":{number},\n\"deals\":{{"));
    let (document, _) = decode(reseal(&text).as_bytes(), Trust::Checksum).unwrap();
    assert!(encode(&document).contains(&format!("\"n\":{kept},\n")), "{number}");
}

#[test]
fn unknown_numbers_are_kept_as_written() {
    for number in
        ["0", "-0", "1", "1.0", "1.10", "-1e-400", "1e+400", "18446744073709551616", "0.1000000000000000055"]
    {
        check(number, number);
    }
    check("1e400", "1e+400");
    check("1E5", "1e+5");
    check("{\"deep\":[1.0,{\"x\":1.00}]}", "{\"deep\":[1.0,{\"x\":1.00}]}");
}
