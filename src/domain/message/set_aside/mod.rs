//! Texts that were edited and not sent: another choice sets them aside, a click brings them back.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::strategy::{LadderStep, MessageChannel, Strategy, Tone};
use super::{Edited, Work};
use crate::domain::extra::Extra;
use crate::domain::names::Word;

/// A text of the seller's, with the choices it was written for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SetAside {
    /// When it was set aside; None where it came with a colleague's pack.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<NaiveDateTime>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strategy: Option<Word<Strategy>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<Word<LadderStep>>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub language: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Word<MessageChannel>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tone: Option<Word<Tone>>,
    #[serde(default)]
    pub text: Edited,
    #[serde(flatten)]
    pub extra: Extra,
}

impl Work {
    /// Makes another choice; a text that was edited by hand for the former one is set aside.
    pub fn choose<T>(&mut self, at: Option<NaiveDateTime>, choice: impl FnOnce(&mut Self) -> T) -> T {
        self.put_aside(at);
        choice(self)
    }

    /// Leaves the edited text, if there is one, for the generated one.
    fn put_aside(&mut self, at: Option<NaiveDateTime>) {
        let Some(text) = self.edited.take() else { return };
        self.keep_aside(SetAside {
            at,
            strategy: self.strategy.clone(),
            step: self.step.clone(),
            language: self.language.clone(),
            channel: self.channel.clone(),
            tone: self.tone.clone(),
            text,
            extra: Extra::new(),
        });
    }

    /// Each text once, the newest last.
    pub(crate) fn keep_aside(&mut self, aside: SetAside) {
        self.set_aside.retain(|earlier| !earlier.text.says_the_same(&aside.text));
        self.set_aside.push(aside);
    }

    /// Puts a text that was set aside in place of the draft, under the choices it was written for. One that is being
    /// edited is set aside for it. Nothing happens where there is none at this index.
    pub fn bring_back(&mut self, index: usize, at: Option<NaiveDateTime>) {
        if index >= self.set_aside.len() {
            return;
        }
        let SetAside { strategy, step, language, channel, tone, text, at: _, extra: _ } =
            self.set_aside.remove(index);
        self.put_aside(at);
        (self.strategy, self.step, self.language) = (strategy, step, language);
        (self.channel, self.tone, self.edited) = (channel, tone, Some(text));
    }

    /// Takes over the texts of a colleague: theirs becomes the draft, and ours is set aside for it.
    pub(crate) fn take_texts(&mut self, edited: Option<&Edited>, set_aside: &[SetAside]) {
        if let Some(theirs) = edited {
            if self.edited.as_ref().is_some_and(|ours| !ours.says_the_same(theirs)) {
                self.put_aside(None);
            }
            self.edited = Some(theirs.clone());
        }
        for aside in set_aside {
            if !self.set_aside.iter().any(|known| known.text.says_the_same(&aside.text)) {
                self.set_aside.push(aside.clone());
            }
        }
    }
}

impl Edited {
    pub(crate) fn says_the_same(&self, other: &Self) -> bool {
        (&self.subject, &self.body) == (&other.subject, &other.body)
    }
}
