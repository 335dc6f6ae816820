//! The diagnosis of the selected deal, cached between frames: the why page and the message page share it.

use std::sync::Arc;

use crate::assets::diagnosis_model;
use crate::domain::deal::Deal;
use crate::domain::diagnosis::{Case, CauseGroup};
use crate::text::window::why::ShareOrigin;
use crate::ui::cx::Cx;

/// The diagnosis of the deal, computed only if something has changed.
pub fn case_of(ctx: &egui::Context, cx: &Cx<'_>, deal: &Deal) -> Arc<Case> {
    let slot = egui::Id::unique("diagnosis");
    let kept: Option<(u64, Arc<Case>)> = ctx.data(|data| data.get_temp(slot));
    let is_of_now = |(revision, case): &(u64, Arc<Case>)| {
        *revision == cx.revision
            && (&case.deal, case.on) == (&deal.id, cx.now.date)
            // Another document may have the same revision.
            && Arc::ptr_eq(&case.model, &cx.learned.model)
    };
    if let Some((_, case)) = kept.filter(is_of_now) {
        return case;
    }
    let case = Arc::new(Case::new(cx.learned, deal, cx.now.date));
    ctx.data_mut(|data| data.insert_temp(slot, (cx.revision, Arc::clone(&case))));
    case
}

/// The source of a group's probability.
pub fn share_of_group(case: &Case, group: CauseGroup) -> ShareOrigin {
    ShareOrigin {
        start: diagnosis_model().group_share(group),
        published: group.published_share().is_some(),
        now: case.model.group_share(group),
        cases: case.cases,
    }
}
