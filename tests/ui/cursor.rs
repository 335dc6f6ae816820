//! Typing where the cursor stands, and where words are shown.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Rect};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT as _;

use crate::app::App;

impl App {
    /// Types where the cursor stands.
    pub fn type_on(&mut self, text: &str) {
        self.harness().event(Event::Text(text.to_owned()));
        self.run();
    }

    /// Selects all of the field in which the cursor stands.
    pub fn select_all(&mut self) {
        self.harness().key_press_modifiers(Modifiers::COMMAND | Modifiers::CTRL, Key::A);
        self.run();
    }

    /// Where the words are shown that contain this.
    #[track_caller]
    pub fn place_of_words(&mut self, text: &str) -> Rect {
        let shows = |node: &Node<'_>| {
            let node = node.accesskit_node();
            node.role() == Role::Label && node.value().is_some_and(|shown| shown.contains(text))
        };
        let place = self.harness().root().children_recursive().find(shows).map(|node| node.rect());
        place.unwrap_or_else(|| panic!("“{text}” is not to be seen:\n{}", self.read()))
    }
}
