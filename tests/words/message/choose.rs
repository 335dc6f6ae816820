//! Which strategy, step and channel come next.

use icebreak::domain::deal::Stage;
use icebreak::domain::message::{
    LadderStep, MessageChannel, Situation, Strategy, Tone, UsableLibrary, Work, suggest, suggest_channel,
};
use icebreak::domain::today::TodayReason;
use icebreak::domain::today::ladder::Next;
use icebreak::text::Language;
use icebreak::text::buyer::drafts::choice_of;

use crate::message::deals::rich;

fn plain(stage: Stage, step: LadderStep) -> Situation {
    Situation {
        stage,
        step,
        unanswered: u32::from(step.number()),
        reason: TodayReason::Waits(Next::Nothing),
        top_strategy: None,
        said_yes: false,
        has_plan: true,
        has_last_true_day: true,
        library: UsableLibrary { alternatives: true, ..UsableLibrary::default() },
        money_arrived: false,
        owes_thanks: false,
        call_tried: true,
        bounced: false,
    }
}

#[test]
fn the_strategy_follows_stage_step_and_diagnosis() {
    let check = |situation: Situation, expected| assert_eq!(suggest(&situation), expected, "{situation:?}");
    let terms = |step| plain(Stage::Terms, step);
    let deposit = |step| plain(Stage::Deposit, step);
    check(terms(LadderStep::First), Strategy::Recap);
    check(terms(LadderStep::Second), Strategy::Alternatives);
    check(terms(LadderStep::Third), Strategy::TimeFrame);
    check(Situation { has_last_true_day: false, ..terms(LadderStep::Third) }, Strategy::Alternatives);
    check(Situation { library: UsableLibrary::default(), ..terms(LadderStep::Second) }, Strategy::Recap);
    check(deposit(LadderStep::First), Strategy::ExplainDeposit);
    check(deposit(LadderStep::Second), Strategy::OfferInstalments);
    check(Situation { has_plan: false, ..deposit(LadderStep::Second) }, Strategy::ExplainDeposit);
    check(Situation { money_arrived: true, ..deposit(LadderStep::Second) }, Strategy::Recap);
    let top = |strategy| Situation { top_strategy: Some(strategy), ..terms(LadderStep::First) };
    check(top(Strategy::OfferInstalments), Strategy::OfferInstalments);
    check(Situation { has_plan: false, ..top(Strategy::OfferInstalments) }, Strategy::Recap);
    check(top(Strategy::Pause), Strategy::Recap);
}

#[test]
fn the_last_step_pauses_after_a_call_and_without_money() {
    for stage in [Stage::Quoted, Stage::Terms, Stage::Deposit] {
        let last = plain(stage, LadderStep::Fourth);
        assert_eq!(suggest(&last), Strategy::Pause);
        let untried = Situation { call_tried: false, ..last };
        assert_ne!(suggest(&untried), Strategy::Pause);
        assert_eq!(suggest_channel(&untried), MessageChannel::Call);
        assert_ne!(suggest(&Situation { money_arrived: true, ..last }), Strategy::Pause);
    }
}

#[test]
fn two_unanswered_messages_change_the_channel() {
    let channel = |step, call_tried, bounced| {
        suggest_channel(&Situation { call_tried, bounced, ..plain(Stage::Terms, step) })
    };
    assert_eq!(channel(LadderStep::First, false, false), MessageChannel::Email);
    assert_eq!(channel(LadderStep::Second, false, false), MessageChannel::Chat);
    assert_eq!(channel(LadderStep::First, false, true), MessageChannel::Chat);
}

#[test]
fn the_step_counts_unanswered_messages() {
    let steps = [0, 1, 2, 3, 4, 99].map(|unanswered| LadderStep::after(unanswered).number());
    assert_eq!(steps, [1, 1, 2, 3, 4, 4]);
}

#[test]
fn what_the_seller_chose_wins_and_foreign_words_survive() {
    let mut world = rich();
    let saved = r#"{"strategy":"pause","step":"3","language":"zh","channel":"chat","tone":"firm",
        "fields":{"quantity":"600 pcs","from_the_future":"x"},"later":{"kept":1.50}}"#;
    world.deal.message = serde_json::from_str(saved).unwrap();
    let situation = Situation::of(&world.facts(), "en", 2, None, TodayReason::Waits(Next::Nothing));
    let choice = choice_of(&world.deal, &situation);
    assert_eq!(
        (choice.strategy, choice.step, choice.language, choice.channel, choice.tone),
        (Strategy::Pause, LadderStep::Third, Language::Chinese, MessageChannel::Chat, Tone::Firm)
    );
    let again: serde_json::Value = serde_json::to_value(&world.deal.message).unwrap();
    assert_eq!(again, serde_json::from_str::<serde_json::Value>(saved).unwrap());
    world.deal.message = serde_json::from_str(r#"{"strategy":"dance","tone":"sweet"}"#).unwrap();
    let choice = choice_of(&world.deal, &situation);
    assert_eq!((choice.strategy, choice.tone), (Strategy::TimeFrame, Tone::Plain));
    assert_eq!(serde_json::to_string(&world.deal.message).unwrap(), r#"{"strategy":"dance","tone":"sweet"}"#);
    assert!(Work::default().is_empty());
}
