//! The directory in words: events, refusals, actions and notices.

use tierline_core::{
    directory::{AskEvent, Event, ProposalState, Refusal},
    permission::directory::Action,
};

use crate::{
    i18n::{
        Lang, date_time,
        market::{country as country_name, region as region_name},
        messages, worded_codes,
    },
    timeline::{Names, Telling},
    ui::{Glyph, Tone},
};

impl Telling for Event {
    fn sentence(&self, names: &Names<'_>) -> String {
        let lang = names.lang;
        match self {
            Event::Drafted { .. } => drafted(lang).to_owned(),
            Event::Discarded { .. } => discarded(lang).to_owned(),
            Event::Submitted { number, .. } => submitted(lang, number),
            Event::Superseded { number, .. } => superseded(lang, number),
            Event::Withdrawn { number, .. } => withdrawn(lang, number),
            Event::Approved { number, .. } => approved(lang, number),
            Event::Rejected { number, .. } => rejected(lang, number),
        }
    }

    fn look(&self) -> (Tone, Glyph) {
        match self {
            Event::Drafted { .. } => (Tone::Neutral, Glyph::Draft),
            Event::Submitted { .. } => (Tone::Accent, Glyph::Clock),
            Event::Approved { .. } => (Tone::Success, Glyph::Check),
            Event::Rejected { .. } => (Tone::Danger, Glyph::Cross),
            Event::Discarded { .. } | Event::Superseded { .. } | Event::Withdrawn { .. } => {
                (Tone::Neutral, Glyph::Undo)
            }
        }
    }

    fn reason(&self) -> Option<&str> {
        match self {
            Event::Rejected { reason, .. } => Some(reason.as_str()),
            _ => None,
        }
    }
}

impl Telling for AskEvent {
    fn sentence(&self, names: &Names<'_>) -> String {
        let lang = names.lang;
        match self {
            AskEvent::Asked {
                reseller, provider, ..
            } => asked(lang, names.of(*reseller), names.of(*provider)),
            AskEvent::Answered { .. } => answered(lang).to_owned(),
            AskEvent::Declined { .. } => declined(lang).to_owned(),
            AskEvent::Withdrawn { .. } => ask_withdrawn(lang).to_owned(),
        }
    }

    fn look(&self) -> (Tone, Glyph) {
        match self {
            AskEvent::Asked { .. } => (Tone::Accent, Glyph::Mail),
            AskEvent::Answered { .. } => (Tone::Success, Glyph::Handshake),
            AskEvent::Declined { .. } => (Tone::Danger, Glyph::Cross),
            AskEvent::Withdrawn { .. } => (Tone::Neutral, Glyph::Undo),
        }
    }

    fn reason(&self) -> Option<&str> {
        match self {
            AskEvent::Declined { reason, .. } => Some(reason.as_str()),
            _ => None,
        }
    }
}

/// A refusal in words.
pub(crate) fn refusal(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::TextMissing => text_missing(lang).to_owned(),
        Refusal::LocationMissing => location_missing(lang).to_owned(),
        Refusal::TooManyLocations { most } => too_many_locations(lang, most),
        Refusal::LocationTwice { country } => location_twice(lang, country_name(lang, *country)),
        Refusal::LocationElsewhere {
            country,
            provider,
            provider_country,
        } => location_elsewhere(
            lang,
            country_name(lang, *country),
            region_name(lang, country.region()),
            &provider.name,
            region_name(lang, provider_country.region()),
        ),
        Refusal::NoDraft => no_draft(lang).to_owned(),
        Refusal::NothingChanged => nothing_changed(lang).to_owned(),
        Refusal::NoProposal => no_proposal(lang).to_owned(),
        Refusal::ProposalClosed { state, at } => {
            let at = date_time(lang, *at);
            match state {
                ProposalState::Approved => closed_approved(lang, at),
                ProposalState::Rejected => closed_rejected(lang, at),
                ProposalState::Withdrawn => closed_withdrawn(lang, at),
                ProposalState::Superseded | ProposalState::Submitted => closed_superseded(lang, at),
            }
        }
        Refusal::AlreadyAsked { provider, .. } => already_asked(lang, &provider.name),
        Refusal::TooManyAsks { most } => too_many_asks(lang, most),
        Refusal::AskClosed { at } => ask_closed(lang, date_time(lang, *at)),
    }
}

/// An action as a phrase, for "To …, you need".
pub(crate) fn action(lang: Lang, action: Action) -> &'static str {
    match action {
        Action::ProposeListing => propose_listing(lang),
        Action::AskToPartner => ask_to_partner(lang),
        Action::ReviewListings => review_listings(lang),
    }
}

worded_codes! {
    /// A finished action, reported on the page that follows.
    pub enum Notice {
        ListingDrafted = "listing_drafted" => done_drafted,
        ListingDiscarded = "listing_discarded" => done_discarded,
        ListingSubmitted = "listing_submitted" => done_submitted,
        ListingWithdrawn = "listing_withdrawn" => done_withdrawn,
        ListingApproved = "listing_approved" => done_approved,
        ListingRejected = "listing_rejected" => done_rejected,
        PartnerAsked = "partner_asked" => done_asked,
        AskAnswered = "ask_answered" => done_answered,
        AskDeclined = "ask_declined" => done_declined,
        AskWithdrawn = "ask_withdrawn" => done_ask_withdrawn,
    }
}

messages! {
    // Events.
    drafted => ["Saved a draft of the provider listing", "儲存了提供者資料的草稿", "保存了提供商资料的草稿"];
    discarded => ["Discarded the draft of the provider listing", "捨棄了提供者資料的草稿", "放弃了提供商资料的草稿"];
    submitted(number) => [
        "Submitted change {number} to the provider listing",
        "提交了提供者資料的第 {number} 次變更",
        "提交了提供商资料的第 {number} 次更改",
    ];
    superseded(number) => [
        "Replaced change {number} to the provider listing with another one",
        "以其他變更取代了提供者資料的第 {number} 次變更",
        "用其他更改替换了提供商资料的第 {number} 次更改",
    ];
    withdrawn(number) => [
        "Withdrew change {number} to the provider listing",
        "撤回了提供者資料的第 {number} 次變更",
        "撤回了提供商资料的第 {number} 次更改",
    ];
    approved(number) => [
        "Approved change {number} to the provider listing",
        "核准了提供者資料的第 {number} 次變更",
        "批准了提供商资料的第 {number} 次更改",
    ];
    rejected(number) => [
        "Rejected change {number} to the provider listing",
        "拒絕了提供者資料的第 {number} 次變更",
        "拒绝了提供商资料的第 {number} 次更改",
    ];
    asked(reseller, provider) => [
        "{reseller} asked {provider} to partner",
        "{reseller} 要求與 {provider} 合作",
        "{reseller} 请求与 {provider} 合作",
    ];
    answered => [
        "Turned the message into a partnership request",
        "將訊息轉為合作關係要求",
        "将消息转为合作关系请求",
    ];
    declined => ["Declined to partner", "婉拒合作", "谢绝合作"];
    ask_withdrawn => ["Withdrew the message that asks to partner", "撤回了要求合作的訊息", "撤回了请求合作的消息"];

    // Refusals.
    text_missing => [
        "The listing needs a text in at least one language. Write one.",
        "提供者資料至少需要一種語言的文字。請填寫。",
        "提供商资料至少需要一种语言的文字。请填写。",
    ];
    location_missing => [
        "The listing needs at least one location with a target URL. Add one.",
        "提供者資料至少需要一個含目標 URL 的位置。請新增。",
        "提供商资料至少需要一个含目标 URL 的位置。请添加。",
    ];
    too_many_locations(most) => [
        "A listing has at most {most} locations. Remove some.",
        "提供者資料最多有 {most} 個位置。請移除部分位置。",
        "提供商资料最多有 {most} 个位置。请移除部分位置。",
    ];
    location_twice(country) => [
        "The same location in {country} is in the listing twice. Remove one.",
        "{country} 的同一位置在資料中出現兩次。請移除其中一個。",
        "{country} 的同一位置在资料中出现两次。请移除其中一个。",
    ];
    location_elsewhere(country, region, provider, own) => [
        "{country} is in the CSP region {region}, and {provider} does business in {own}. A listing has locations of its own region only.",
        "{country} 位於 CSP 地區「{region}」，而 {provider} 在「{own}」營業。提供者資料只能有自己地區的位置。",
        "{country} 位于 CSP 区域“{region}”，而 {provider} 在“{own}”开展业务。提供商资料只能有自己区域的位置。",
    ];
    no_draft => [
        "There is no draft to submit. Propose a change first.",
        "沒有可提交的草稿。請先提出變更。",
        "没有可提交的草稿。请先提出更改。",
    ];
    nothing_changed => [
        "The draft changes nothing: it's the same as what is shown or already waits.",
        "草稿沒有任何變更：與目前顯示或等待核准的內容相同。",
        "草稿没有任何更改：与当前显示或等待批准的内容相同。",
    ];
    no_proposal => [
        "No such change was proposed. Load the page again to see how it stands.",
        "沒有提出此變更。請重新載入頁面查看目前狀況。",
        "没有提出此更改。请重新加载页面查看当前状况。",
    ];
    closed_approved(at) => [
        "This change was already approved on {at}. Nothing is left to decide.",
        "此變更已於 {at} 核准。不需要再決定。",
        "此更改已于 {at} 批准。无需再做决定。",
    ];
    closed_rejected(at) => [
        "This change was already rejected on {at}. Nothing is left to decide.",
        "此變更已於 {at} 拒絕。不需要再決定。",
        "此更改已于 {at} 拒绝。无需再做决定。",
    ];
    closed_withdrawn(at) => [
        "The provider withdrew this change on {at}. Nothing is left to decide.",
        "提供者已於 {at} 撤回此變更。不需要再決定。",
        "提供商已于 {at} 撤回此更改。无需再做决定。",
    ];
    closed_superseded(at) => [
        "The provider replaced this change with a newer one on {at}. Load the page again to read it.",
        "提供者已於 {at} 以較新的變更取代。請重新載入頁面閱讀。",
        "提供商已于 {at} 用较新的更改替换。请重新加载页面阅读。",
    ];
    already_asked(provider) => [
        "{provider} hasn't answered your earlier message yet. Wait for the answer, or withdraw the message.",
        "{provider} 尚未回覆您先前的訊息。請等待回覆，或撤回該訊息。",
        "{provider} 尚未答复你之前的消息。请等待答复，或撤回该消息。",
    ];
    too_many_asks(most) => [
        "{most} of your messages to providers still wait for an answer. Withdraw one before you write another.",
        "您有 {most} 則給提供者的訊息仍在等待回覆。請先撤回一則再撰寫。",
        "你有 {most} 条给提供商的消息仍在等待答复。请先撤回一条再撰写。",
    ];
    ask_closed(at) => [
        "The message was already answered or withdrawn on {at}. Nothing is left to do.",
        "此訊息已於 {at} 回覆或撤回。不需要再做任何事。",
        "此消息已于 {at} 答复或撤回。无需再做任何事。",
    ];

    // Actions.
    propose_listing => [
        "propose changes to the provider listing",
        "提出提供者資料的變更",
        "提出提供商资料的更改",
    ];
    ask_to_partner => ["ask a provider to partner", "要求與提供者合作", "请求与提供商合作"];
    review_listings => ["review provider listings", "審查提供者資料", "审核提供商资料"];

    // Notices.
    done_drafted => [
        "Draft saved. Check the preview, then submit it.",
        "草稿已儲存。請檢查預覽後提交。",
        "草稿已保存。请检查预览后提交。",
    ];
    done_discarded => ["Draft discarded.", "草稿已捨棄。", "草稿已放弃。"];
    done_submitted => [
        "Change submitted. You see here until when the program operator answers.",
        "變更已提交。您可在此查看方案營運者回覆的期限。",
        "更改已提交。你可在此查看计划运营方答复的期限。",
    ];
    done_withdrawn => ["Change withdrawn.", "變更已撤回。", "更改已撤回。"];
    done_approved => [
        "Change approved. The directory shows it now.",
        "變更已核准，現在已顯示於目錄。",
        "更改已批准，现在已显示在目录中。",
    ];
    done_rejected => [
        "Change rejected. The provider reads your reason.",
        "變更已拒絕。提供者會看到您的原因。",
        "更改已拒绝。提供商会看到你的原因。",
    ];
    done_asked => [
        "Message sent. You'll find the answer here and on Overview.",
        "訊息已傳送。您會在此處和概觀看到回覆。",
        "消息已发送。你会在此处和概述中看到答复。",
    ];
    done_answered => [
        "Here's the draft of your partnership request. Check it, then send it.",
        "這是您的合作關係要求草稿。請檢查後傳送。",
        "这是你的合作关系请求草稿。请检查后发送。",
    ];
    done_declined => [
        "Declined. The reseller reads your reason.",
        "已婉拒。經銷商會看到您的原因。",
        "已谢绝。经销商会看到你的原因。",
    ];
    done_ask_withdrawn => ["Message withdrawn.", "訊息已撤回。", "消息已撤回。"];
}
