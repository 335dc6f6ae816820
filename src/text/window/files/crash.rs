//! Words for a crash report from an earlier run.

pub struct CrashText {
    /// The time of the crash.
    pub stopped: fn(&str) -> String,
    pub copy: &'static str,
    pub show_folder: &'static str,
    pub dismiss: &'static str,
    /// The path of the folder, shown when the file manager did not start.
    pub folder_is: fn(&str) -> String,
}

pub const ENGLISH: CrashText = CrashText {
    stopped: |when| {
        format!(
            "Icebreak stopped unexpectedly on {when}. A report for whoever helps you is ready; it names no buyer."
        )
    },
    copy: "Copy report",
    show_folder: "Show folder",
    dismiss: "Close",
    folder_is: |folder| format!("The folder is {folder}"),
};

pub const CHINESE: CrashText = CrashText {
    stopped: |when| format!("Icebreak 于 {when} 意外退出。可将错误报告发给技术人员，其中不含任何客户信息。"),
    copy: "复制报告",
    show_folder: "打开文件夹",
    dismiss: "关闭",
    folder_is: |folder| format!("文件夹位置：{folder}"),
};
