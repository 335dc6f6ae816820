//! `icebreak export` for plans.

use std::path::Path;
use std::process::{Command, Output};

use icebreak::exchange::plans::plan_xlsx::read_plan;

fn icebreak(at: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_icebreak")).current_dir(at).args(arguments).output().unwrap()
}

#[test]
fn the_command_line_writes_a_plan_in_every_format() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    assert!(icebreak(at, &["sample", "d.json"]).status.success());
    let document: serde_json::Value =
        serde_json::from_slice(&std::fs::read(at.join("d.json")).unwrap()).unwrap();
    let deals = document["deals"].as_object().expect("deals");
    let id = deals.iter().find(|(_, deal)| deal.get("plan").is_some()).map(|(id, _)| id.clone()).unwrap();
    for out in ["p.md", "p.ics", "p.plan.csv", "p.plan.xlsx"] {
        let output = icebreak(at, &["export", "d.json", "--deal", &id, "--to", out, "--json"]);
        assert!(output.status.success(), "{out}: {}", String::from_utf8_lossy(&output.stderr));
        let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!((&answer["to"], &answer["deals"]), (&out.into(), &1.into()));
        assert!(std::fs::metadata(at.join(out)).unwrap().len() > 100);
        // Never over what is there.
        let again = icebreak(at, &["export", "d.json", "--deal", &id, "--to", out]);
        assert_eq!((again.status.code(), again.stdout.len()), (Some(1), 0));
    }
    assert!(read_plan(&std::fs::read(at.join("p.plan.xlsx")).unwrap()).is_ok());
    assert!(std::fs::read(at.join("p.ics")).unwrap().starts_with(b"BEGIN:VCALENDAR\r\n"));
    for out in ["all.ics", "all.md", "all.plan.xlsx"] {
        let refused = icebreak(at, &["export", "d.json", "--to", out]);
        assert_eq!(refused.status.code(), Some(1), "{out}");
        assert!(String::from_utf8_lossy(&refused.stderr).contains("--deal"));
    }
    // Without a plan's ending it is still a table of deals.
    assert!(icebreak(at, &["export", "d.json", "--deal", &id, "--to", "deals.xlsx"]).status.success());
    assert!(read_plan(&std::fs::read(at.join("deals.xlsx")).unwrap()).is_err());
}
