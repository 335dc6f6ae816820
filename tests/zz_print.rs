#[path = "message/deals.rs"]
mod deals;
use deals::*;
use icebreak::domain::word::Named as _;
#[test]
fn print() {
    for (n, w) in [("rich", rich()), ("bare", bare()), ("early", early())] {
        for c in combinations() {
            match icebreak::text::message::draft(&w.facts(), &c) {
                Ok(d) => println!(
                    "##### {n} {} {} {} {} step {}\nS: {}\n{}\nmissing {:?} findings {:?} words {}\n",
                    c.language.name(),
                    c.channel.name(),
                    c.strategy.name(),
                    c.tone.name(),
                    c.step.name(),
                    d.subject,
                    d.body,
                    d.missing,
                    d.findings,
                    d.body.split_whitespace().count()
                ),
                Err(e) => println!("##### {n} {c:?} FAILED {e}"),
            }
        }
    }
}
