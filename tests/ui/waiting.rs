//! What takes its time in the window: threads, a resting pointer, closing.

use egui_kittest::kittest::NodeT as _;

use crate::app::App;

impl App {
    /// Lets threads work until this is to be seen.
    #[track_caller]
    pub fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |app| app.sees(text));
    }

    /// Lets threads work until this is no longer to be seen.
    #[track_caller]
    pub fn wait_while(&mut self, text: &str) {
        self.wait_until(text, |app| !app.sees(text));
    }

    #[track_caller]
    pub fn wait_until(&mut self, what: &str, is_so: impl Fn(&Self) -> bool) {
        // Only so that a broken test ends.
        let patience = std::time::Instant::now() + std::time::Duration::from_secs(30);
        while !is_so(self) {
            assert!(std::time::Instant::now() < patience, "“{what}” never came:\n{}", self.read());
            std::thread::sleep(std::time::Duration::from_millis(2));
            self.harness().run();
        }
    }

    /// Presses the close button of the window; whether it closed.
    pub fn close_window(&mut self) -> bool {
        let root = egui::ViewportId::ROOT;
        let events = &mut self.harness().input_mut().viewports.entry(root).or_default().events;
        events.push(egui::ViewportEvent::Close);
        self.harness().step();
        let kept_open = self.window_commands().contains(&egui::ViewportCommand::CancelClose);
        self.harness().run();
        !kept_open
    }

    /// Waits until the program asks this of its window.
    #[track_caller]
    pub fn wait_for_command(&mut self, command: &egui::ViewportCommand) {
        let patience = std::time::Instant::now() + std::time::Duration::from_secs(30);
        while !self.window_commands().contains(command) {
            assert!(std::time::Instant::now() < patience, "no {command:?}:\n{}", self.read());
            std::thread::sleep(std::time::Duration::from_millis(2));
            self.harness().step();
        }
    }

    /// What the program asked of its window in the last frame.
    pub fn window_commands(&mut self) -> Vec<egui::ViewportCommand> {
        let outputs = &self.harness().output().viewport_output;
        outputs.values().flat_map(|output| output.commands.clone()).collect()
    }

    /// Lets the pointer rest on a word.
    pub fn hover(&mut self, word: &str) {
        self.must_see(word);
        let shown = self.harness().root().children_recursive();
        shown
            .filter(|node| {
                let node = node.accesskit_node();
                [node.label(), node.value()].iter().flatten().any(|shown| shown == word)
            })
            .for_each(|node| node.hover());
        self.harness().run_steps(2);
        let now = self.harness().ctx.input(|input| input.time);
        self.harness().input_mut().time = Some(now + 2.0);
        self.harness().run_steps(3);
    }
}
