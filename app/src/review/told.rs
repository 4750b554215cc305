//! Cases in words: events, refusals and notices.

use tierline_core::{
    enrollment::Verdict,
    review::{Event, Proposed, Refusal},
};

use super::words;
use crate::{
    enrollment::words as enrollment,
    i18n::{Lang, messages, worded_codes},
    timeline::{Names, Telling},
    ui::{Glyph, Tone},
};

impl Telling for Event {
    fn sentence(&self, names: &Names<'_>) -> String {
        let lang = names.lang;
        match self {
            Event::Opened { organization, .. } => opened(lang, names.of(*organization)),
            Event::Taken { .. } => taken(lang).to_owned(),
            Event::GivenBack { .. } => given_back(lang).to_owned(),
            Event::Assigned { name, .. } => assigned(lang, name),
            Event::Noted { .. } => noted(lang).to_owned(),
            Event::Proposed { verdicts, .. } => proposed(lang, self::verdicts(lang, verdicts)),
            Event::Agreed { .. } => agreed(lang).to_owned(),
            Event::Dismissed { .. } => dismissed(lang).to_owned(),
        }
    }

    fn look(&self) -> (Tone, Glyph) {
        match self {
            Event::Opened { .. } | Event::Noted { .. } => (Tone::Neutral, Glyph::Draft),
            Event::Taken { .. } | Event::Assigned { .. } => (Tone::Info, Glyph::People),
            Event::GivenBack { .. } => (Tone::Neutral, Glyph::Undo),
            Event::Proposed { .. } => (Tone::Accent, Glyph::Clock),
            Event::Agreed { .. } => (Tone::Success, Glyph::Check),
            Event::Dismissed { .. } => (Tone::Warning, Glyph::Cross),
        }
    }

    fn reason(&self) -> Option<&str> {
        match self {
            Event::Dismissed { reason, .. } => Some(reason.as_str()),
            // A note is no reason, and stands on the page of its case.
            _ => None,
        }
    }
}

/// Decisions about checks as one text.
#[must_use]
pub fn verdicts(lang: Lang, verdicts: &[Proposed]) -> String {
    let each = verdicts.iter().map(|it| {
        let check = enrollment::check(lang, it.check);
        match &it.verdict {
            Verdict::Pass => words::passes(lang, check),
            Verdict::Fail { reason, .. } => {
                words::fails(lang, check, enrollment::reason(lang, *reason))
            }
        }
    });
    each.collect::<Vec<_>>().join(words::semicolon(lang))
}

/// A refusal in words.
pub(crate) fn refusal(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::CaseTaken => case_taken(lang),
        Refusal::CaseNotYours => case_not_yours(lang),
        Refusal::NoReviewer => no_reviewer(lang),
        Refusal::ReviewsOwn => reviews_own(lang),
        Refusal::NothingProposed => nothing_proposed(lang),
        Refusal::ProposalWaits => proposal_waits(lang),
        Refusal::ProposalOutdated => proposal_outdated(lang),
        Refusal::OwnProposal => own_proposal(lang),
        Refusal::EverythingPassed => everything_passed(lang),
    }
    .to_owned()
}

worded_codes! {
    /// A finished action, reported on the page that follows.
    pub enum Notice {
        CaseTaken = "case_taken" => done_taken,
        CaseGivenBack = "case_given_back" => done_given_back,
        CaseAssigned = "case_assigned" => done_assigned,
        CaseNoted = "case_noted" => done_noted,
        CaseDecided = "case_decided" => done_decided,
        CaseProposed = "case_proposed" => done_proposed,
        ProposalDismissed = "proposal_dismissed" => done_dismissed,
    }
}

messages! {
    // Events.
    opened(name) => [
        "Opened the case of {name}",
        "開啟了 {name} 的案件",
        "打开了 {name} 的案例",
    ];
    taken => ["Took the case", "接手了案件", "接手了案例"];
    given_back => ["Returned the case", "交回了案件", "交回了案例"];
    assigned(name) => [
        "Assigned the case to {name}",
        "將案件指派給 {name}",
        "将案例分配给 {name}",
    ];
    noted => ["Added an internal note", "寫了內部備註", "写了内部备注"];
    proposed(verdicts) => [
        "Asked for a second reviewer. {verdicts}",
        "請求第二位審查人員。{verdicts}",
        "请求第二位审核人员。{verdicts}",
    ];
    agreed => [
        "Agreed to the decision as the second reviewer",
        "以第二位審查人員身分同意決定",
        "以第二位审核人员身份同意决定",
    ];
    dismissed => [
        "Dismissed the proposed decision",
        "未採用提議的決定",
        "未采用提议的决定",
    ];

    // Refusals.
    case_taken => [
        "Another reviewer has taken this case. Ask them to return it, or ask a program admin to take it over.",
        "此案件已由其他審查人員接手。請要求交回；計畫管理員可以接管。",
        "此案例已由其他审核人员接手。请要求交回；计划管理员可以接管。",
    ];
    case_not_yours => [
        "Only the reviewer who has taken this case, or a program admin, can return it.",
        "只有接手此案件的審查人員或計畫管理員可以交回。",
        "只有接手此案例的审核人员或计划管理员可以交回。",
    ];
    no_reviewer => [
        "Only an active reviewer or program admin of your organization can work on a case. Choose someone else.",
        "只有貴組織中可登入的審查人員或計畫管理員可以處理案件。請選擇其他人。",
        "只有你的组织中可登录的审核人员或计划管理员可以处理案例。请选择其他人。",
    ];
    reviews_own => [
        "This reviewer belongs to the company that enrolls. Choose someone else.",
        "此審查人員屬於註冊的公司。請選擇其他人。",
        "此审核人员属于注册的公司。请选择其他人。",
    ];
    nothing_proposed => [
        "No decision is waiting for a second reviewer. Another reviewer may have handled it.",
        "沒有等待第二位審查人員的決定。可能已由其他審查人員處理。",
        "没有等待第二位审核人员的决定。可能已由其他审核人员处理。",
    ];
    proposal_waits => [
        "A decision on this case is already waiting for a second reviewer. It has to be agreed to or dismissed first.",
        "此案件已有決定等待第二位審查人員。請先同意或不採用該決定。",
        "此案例已有决定等待第二位审核人员。请先同意或不采用该决定。",
    ];
    proposal_outdated => [
        "A check has started again since this decision was proposed. Dismiss it, and decide on the current information.",
        "提議此決定後，有檢查已重新開始。請不採用該決定，並依目前的資料決定。",
        "提议此决定后，有检查已重新开始。请不采用该决定，并根据当前资料决定。",
    ];
    own_proposal => [
        "You proposed this decision, so another reviewer has to agree to it.",
        "此決定由您提議，必須由其他審查人員同意。",
        "此决定由你提议，必须由其他审核人员同意。",
    ];
    everything_passed => [
        "Every check has been passed already, so there is nothing left to approve.",
        "所有檢查都已通過，沒有需要核准的項目。",
        "所有检查都已通过，没有需要批准的项目。",
    ];

    // Notices.
    done_taken => [
        "You've taken this case.",
        "您已接手此案件。",
        "你已接手此案例。",
    ];
    done_given_back => [
        "The case is open to all reviewers again.",
        "所有審查人員都可以再次接手此案件。",
        "所有审核人员都可以再次接手此案例。",
    ];
    done_assigned => [
        "Case assigned. The reviewer is notified by email.",
        "已指派案件，並以郵件通知審查人員。",
        "已分配案例，并以邮件通知审核人员。",
    ];
    done_noted => ["Your note was saved.", "已儲存您的備註。", "已保存你的备注。"];
    done_decided => [
        "Decision saved. The primary contact is notified by email.",
        "已儲存您的決定，並以郵件通知主要連絡人。",
        "已保存你的决定，并以邮件通知主要联系人。",
    ];
    done_proposed => [
        "Your decision is waiting for a second reviewer. No one has been notified yet.",
        "您的決定正等待第二位審查人員，尚未通知任何人。",
        "你的决定正等待第二位审核人员，尚未通知任何人。",
    ];
    done_dismissed => [
        "Proposed decision dismissed.",
        "未採用提議的決定。",
        "未采用提议的决定。",
    ];
}
