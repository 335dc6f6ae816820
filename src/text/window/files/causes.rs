//! What is wrong with a file and why the system refused access, in sentences that several pages share.

use crate::domain::files::problem::{Damage, OpenProblem, SystemRefusal};
use crate::domain::import::pack::PACK_VERSION;
use crate::domain::import::problem::{MEGABYTE, PackProblem};
use crate::text::Language;
use crate::text::Language::{Chinese, English};

/// Why the system refused access, without a full stop.
pub fn because(cause: &SystemRefusal, language: Language) -> String {
    match (cause, language) {
        (SystemRefusal::Denied, English) => "you have no permission there".to_owned(),
        (SystemRefusal::Denied, Chinese) => "没有访问权限".to_owned(),
        (SystemRefusal::ReadOnly, English) => "the file or the disk is read-only".to_owned(),
        (SystemRefusal::ReadOnly, Chinese) => "文件或磁盘是只读的".to_owned(),
        (SystemRefusal::NoSpace, English) => "the disk is full".to_owned(),
        (SystemRefusal::NoSpace, Chinese) => "磁盘已满".to_owned(),
        (SystemRefusal::Gone, English) => "the folder is not there".to_owned(),
        (SystemRefusal::Gone, Chinese) => "文件夹不存在".to_owned(),
        (SystemRefusal::NotAFile, English) => "it is not a file".to_owned(),
        (SystemRefusal::NotAFile, Chinese) => "它不是文件".to_owned(),
        (SystemRefusal::InUse, English) => "another program holds it open".to_owned(),
        (SystemRefusal::InUse, Chinese) => "其他程序正在使用它".to_owned(),
        (SystemRefusal::TooLarge, English) => "it is too large".to_owned(),
        (SystemRefusal::TooLarge, Chinese) => "文件过大".to_owned(),
        (SystemRefusal::Name, English) => {
            "its name is too long, or contains a character that file names may not have".to_owned()
        }
        (SystemRefusal::Name, Chinese) => "文件名过长，或含有不允许的字符".to_owned(),
        (SystemRefusal::Other(system), _language) => system.to_string(),
    }
}

/// What is wrong with a document, in one or two sentences.
pub fn wrong(problem: &OpenProblem, language: Language) -> String {
    match (problem, language) {
        (OpenProblem::NotThere, English) => "The file is not there. Check the path.".to_owned(),
        (OpenProblem::NotThere, Chinese) => "文件不存在，请检查路径。".to_owned(),
        (OpenProblem::Unreadable(cause), English) => {
            format!("The file cannot be read: {}.", because(cause, English))
        }
        (OpenProblem::Unreadable(cause), Chinese) => format!("文件无法读取：{}。", because(cause, Chinese)),
        (OpenProblem::Damaged { damage, .. }, English) => damaged(damage),
        (OpenProblem::Damaged { damage, .. }, Chinese) => damaged_chinese(damage),
        (OpenProblem::Foreign, English) => {
            "This is not an Icebreak document. Deals in a table can be imported from .csv or .xlsx."
                .to_owned()
        }
        (OpenProblem::Foreign, Chinese) => {
            "这不是 Icebreak 文档。表格中的订单可以用 .csv 或 .xlsx 导入。".to_owned()
        }
        (OpenProblem::Newer { .. }, English) => {
            "A newer Icebreak wrote it. Update Icebreak to open it.".to_owned()
        }
        (OpenProblem::Newer { .. }, Chinese) => {
            "此文件由更高版本的 Icebreak 保存，请升级 Icebreak 后再打开。".to_owned()
        }
    }
}

fn damaged(damage: &Damage) -> String {
    match damage {
        Damage::Empty => "The file is empty.".to_owned(),
        Damage::CutOff { line } => {
            format!("The end is missing: the file breaks off in line {line}. An interrupted copy or a full disk can cause this.")
        }
        Damage::NotText(_) => {
            "Part of the file cannot be read: it was overwritten, or another program saved it in a different way.".to_owned()
        }
        Damage::NotJson { line, .. } => {
            format!("Line {line} cannot be read: something is missing or does not belong there, such as a quotation mark or a comma.")
        }
        Damage::DoubleField { line, .. } => {
            format!("In line {line} the same entry is there twice, so it is unclear which one is right.")
        }
        Damage::NoVersion => "The beginning of the file was changed: its version number is missing.".to_owned(),
        Damage::NoChecksum | Damage::Checksum => {
            "The file was changed after Icebreak saved it: by hand, by another program, or by a fault of the disk."
                .to_owned()
        }
        Damage::Field { line, .. } => {
            format!("Line {line} holds something that cannot be right, such as a date that does not exist.")
        }
        Damage::DealId(_) => "A deal in the file was copied or renumbered, so it has two different numbers.".to_owned(),
    }
}

fn damaged_chinese(damage: &Damage) -> String {
    match damage {
        Damage::Empty => "文件是空的。".to_owned(),
        Damage::CutOff { line } => {
            format!("文件不完整，在第 {line} 行中断。可能是复制中断或磁盘已满。")
        }
        Damage::NotText(_) => "文件的一部分无法读取：可能已被覆盖，或被其他程序以其他格式保存。".to_owned(),
        Damage::NotJson { line, .. } => format!("第 {line} 行无法读取：可能多了或少了引号、逗号等符号。"),
        Damage::DoubleField { line, .. } => format!("第 {line} 行有同一项内容出现两次，无法判断哪个正确。"),
        Damage::NoVersion => "文件开头被修改过：缺少版本号。".to_owned(),
        Damage::NoChecksum | Damage::Checksum => {
            "文件在 Icebreak 保存之后被修改过：可能是手动修改、其他程序修改，或磁盘出错。".to_owned()
        }
        Damage::Field { line, .. } => format!("第 {line} 行的内容有误，例如不存在的日期。"),
        Damage::DealId(_) => "文件中有订单被复制或改过编号，出现了两个不同的编号。".to_owned(),
    }
}

/// What a person can do where saving failed.
pub fn advice(cause: &SystemRefusal, language: Language) -> &'static str {
    match (cause, language) {
        (SystemRefusal::NoSpace, English) => "Free some space and try again.",
        (SystemRefusal::NoSpace, Chinese) => "请腾出空间后重试。",
        (SystemRefusal::Denied | SystemRefusal::ReadOnly, English) => {
            "Allow writing there, or save a copy elsewhere."
        }
        (SystemRefusal::Denied | SystemRefusal::ReadOnly, Chinese) => {
            "请开放该位置的写入权限，或将副本保存到其他位置。"
        }
        (SystemRefusal::Gone, English) => "Reconnect the drive or put the folder back, then try again.",
        (SystemRefusal::Gone, Chinese) => "请重新连接磁盘，或把文件夹放回原处，然后重试。",
        (SystemRefusal::NotAFile, English) => {
            "A folder or something else has this name. Rename it, or save a copy elsewhere."
        }
        (SystemRefusal::NotAFile, Chinese) => {
            "已有同名的文件夹或其他内容。请将其改名，或将副本保存到其他位置。"
        }
        (SystemRefusal::InUse, English) => "Close that program and try again.",
        (SystemRefusal::InUse, Chinese) => "请关闭那个程序后重试。",
        (SystemRefusal::Name, English) => "Choose a shorter and simpler name.",
        (SystemRefusal::Name, Chinese) => "请换一个较短、较简单的名称。",
        (SystemRefusal::TooLarge | SystemRefusal::Other(_), English) => {
            "Try again, or save a copy elsewhere."
        }
        (SystemRefusal::TooLarge | SystemRefusal::Other(_), Chinese) => "请重试，或将副本保存到其他位置。",
    }
}

/// Why a packed deal could not be written or read, without a full stop.
pub fn pack_english(problem: &PackProblem) -> String {
    match problem {
        PackProblem::Damaged(damage) => {
            format!("the packed deal cannot be used. {} Ask for it again", damaged(damage))
        }
        PackProblem::Foreign => {
            "this is not a packed deal; ask for one made with “Export this deal”".to_owned()
        }
        PackProblem::WholeDocument
        | PackProblem::Newer { .. }
        | PackProblem::NotReproducible
        | PackProblem::TooLarge { .. } => problem.to_string(),
    }
}

pub fn pack_chinese(problem: &PackProblem) -> String {
    match problem {
        PackProblem::Foreign => "这不是打包的订单，请让发送人用“导出此订单”重新导出".to_owned(),
        PackProblem::WholeDocument => "这是完整的 Icebreak 文档，不是打包的订单，请直接打开".to_owned(),
        PackProblem::Newer { version } => format!(
            "此订单由更高版本的 Icebreak 打包（格式 {version}，本程序最高支持 {PACK_VERSION}），请升级 Icebreak"
        ),
        PackProblem::Damaged(damage) => {
            format!("打包的订单无法使用。{}请让发送人重新导出", damaged_chinese(damage))
        }
        PackProblem::NotReproducible => "订单中有无法打包再读回的内容，请改用 .csv".to_owned(),
        PackProblem::TooLarge { limit } => {
            format!("订单过大，无法打包（超过 {} MB），请缩短备注", limit / MEGABYTE)
        }
    }
}
