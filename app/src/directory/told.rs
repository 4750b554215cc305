//! The directory in words: events, refusals, actions and notices.

use tierline_core::{
    directory::{AskEvent, Event, LogoFault, ProposalState, Refusal},
    permission::directory::Action,
};

use crate::{
    i18n::{
        Lang, date, date_time,
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
            Event::Taken { number, .. } => taken(lang, number),
            Event::GivenBack { number, .. } => given_back(lang, number),
            Event::Approved { number, .. } => approved(lang, number),
            Event::Rejected { number, .. } => rejected(lang, number),
            Event::Unlisted { .. } => unlisted(lang).to_owned(),
        }
    }

    fn look(&self) -> (Tone, Glyph) {
        match self {
            Event::Drafted { .. } => (Tone::Neutral, Glyph::Draft),
            Event::Submitted { .. } => (Tone::Accent, Glyph::Clock),
            Event::Taken { .. } => (Tone::Info, Glyph::People),
            Event::Approved { .. } => (Tone::Success, Glyph::Check),
            Event::Rejected { .. } => (Tone::Danger, Glyph::Cross),
            Event::Unlisted { .. } => (Tone::Warning, Glyph::Warning),
            Event::Discarded { .. }
            | Event::Superseded { .. }
            | Event::Withdrawn { .. }
            | Event::GivenBack { .. } => (Tone::Neutral, Glyph::Undo),
        }
    }

    fn reason(&self) -> Option<&str> {
        match self {
            Event::Rejected { reason, .. } | Event::Unlisted { reason, .. } => {
                Some(reason.as_str())
            }
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
        Refusal::LogoTooLarge { most } => logo_too_large(lang, most / (1024 * 1024)),
        Refusal::LogoUnfit { what } => match what {
            LogoFault::Empty => logo_empty(lang),
            LogoFault::UnknownFormat => logo_unknown(lang),
            LogoFault::Damaged => logo_damaged(lang),
            LogoFault::TooManyPixels => logo_too_many_pixels(lang),
        }
        .to_owned(),
        Refusal::NoDraft => no_draft(lang).to_owned(),
        Refusal::NothingChanged => nothing_changed(lang).to_owned(),
        Refusal::NoProposal => no_proposal(lang).to_owned(),
        Refusal::ChangeTaken => change_taken(lang).to_owned(),
        Refusal::ChangeNotYours => change_not_yours(lang).to_owned(),
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
        Refusal::DeclinedRecently { provider, again } => {
            declined_recently(lang, &provider.name, date(lang, *again))
        }
        Refusal::AskedOften {
            provider,
            most,
            again,
        } => asked_often(lang, most, &provider.name, date(lang, *again)),
        Refusal::AlreadyRequested { reseller, .. } => already_requested(lang, &reseller.name),
        Refusal::NobodyToAddress { reseller } => nobody_to_address(lang, &reseller.name),
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
        ListingTaken = "listing_taken" => done_taken,
        ListingGivenBack = "listing_given_back" => done_given_back,
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
    taken(number) => [
        "Took change {number} to the provider listing",
        "接手了提供者資料的第 {number} 次變更",
        "接手了提供商资料的第 {number} 次更改",
    ];
    given_back(number) => [
        "Returned change {number} to the provider listing",
        "交回了提供者資料的第 {number} 次變更",
        "交回了提供商资料的第 {number} 次更改",
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
    unlisted => [
        "Removed the provider listing from the directory, because the provider moved to another CSP region",
        "提供者已移至其他 CSP 地區，因此從目錄中移除了提供者資料",
        "提供商已移至其他 CSP 区域，因此从目录中移除了提供商资料",
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
    ask_withdrawn => ["Withdrew the message", "撤回了要求合作的訊息", "撤回了请求合作的消息"];

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
        "A listing can have up to {most} locations. Remove some.",
        "提供者資料最多有 {most} 個位置。請移除部分位置。",
        "提供商资料最多有 {most} 个位置。请移除部分位置。",
    ];
    location_twice(country) => [
        "The same location in {country} is in the listing twice. Remove one.",
        "{country} 的同一位置在資料中出現兩次。請移除其中一個。",
        "{country} 的同一位置在资料中出现两次。请移除其中一个。",
    ];
    location_elsewhere(country, region, provider, own) => [
        "{country} is in the CSP region {region}, but {provider} does business in {own}. A listing can only have locations in its own region.",
        "{country} 位於 CSP 地區「{region}」，而 {provider} 在「{own}」營業。提供者資料只能有自己地區的位置。",
        "{country} 位于 CSP 区域“{region}”，而 {provider} 在“{own}”开展业务。提供商资料只能有自己区域的位置。",
    ];
    logo_too_large(most) => [
        "A logo can have up to {most} MB. Upload a smaller file.",
        "標誌最大為 {most} MB。請上傳較小的檔案。",
        "徽标最大为 {most} MB。请上传较小的文件。",
    ];
    logo_empty => [
        "The logo file is empty. Choose another one.",
        "標誌檔案是空的。請選擇其他檔案。",
        "徽标文件是空的。请选择其他文件。",
    ];
    logo_unknown => [
        "This file isn't a PNG, JPEG, or WebP picture, whatever its name says. Upload the logo in one of these formats.",
        "無論檔名為何，此檔案都不是 PNG、JPEG 或 WebP 圖片。請以其中一種格式上傳標誌。",
        "无论文件名是什么，此文件都不是 PNG、JPEG 或 WebP 图片。请以其中一种格式上传徽标。",
    ];
    logo_damaged => [
        "The picture is incomplete or damaged. Save the logo again, then upload the new file.",
        "無法完整讀取此圖片。請重新儲存標誌，再上傳新檔案。",
        "无法完整读取此图片。请重新保存徽标，再上传新文件。",
    ];
    logo_too_many_pixels => [
        "The picture has too many pixels. Make it smaller and upload it again. 1000 pixels on each side are enough.",
        "圖片的像素過多。請縮小後再次上傳：每邊 1000 像素已足夠。",
        "图片的像素过多。请缩小后再次上传：每边 1000 像素已足够。",
    ];
    no_draft => [
        "There's no draft to submit. Propose a change first.",
        "沒有可提交的草稿。請先提出變更。",
        "没有可提交的草稿。请先提出更改。",
    ];
    nothing_changed => [
        "The draft changes nothing: it's the same as what's shown or already waiting.",
        "草稿沒有任何變更：與目前顯示或等待核准的內容相同。",
        "草稿没有任何更改：与当前显示或等待批准的内容相同。",
    ];
    no_proposal => [
        "This change wasn't proposed. Reload the page to see the current state.",
        "沒有提出此變更。請重新載入頁面查看目前狀況。",
        "没有提出此更改。请重新加载页面查看当前状况。",
    ];
    change_taken => [
        "Another reviewer has taken this change. Ask them to return it, or ask a program admin to take it over.",
        "此變更已由其他審查人員接手。請要求交回；計畫管理員可以接管。",
        "此更改已由其他审核人员接手。请要求交回；计划管理员可以接管。",
    ];
    change_not_yours => [
        "Only the reviewer who has taken this change, or a program admin, can return it.",
        "只有接手此變更的審查人員或計畫管理員可以交回。",
        "只有接手此更改的审核人员或计划管理员可以交回。",
    ];
    closed_approved(at) => [
        "This change was already approved on {at}. There's nothing left to decide.",
        "此變更已於 {at} 核准。不需要再決定。",
        "此更改已于 {at} 批准。无需再做决定。",
    ];
    closed_rejected(at) => [
        "This change was already rejected on {at}. There's nothing left to decide.",
        "此變更已於 {at} 拒絕。不需要再決定。",
        "此更改已于 {at} 拒绝。无需再做决定。",
    ];
    closed_withdrawn(at) => [
        "The provider withdrew this change on {at}. There's nothing left to decide.",
        "提供者已於 {at} 撤回此變更。不需要再決定。",
        "提供商已于 {at} 撤回此更改。无需再做决定。",
    ];
    closed_superseded(at) => [
        "The provider replaced this change with a newer one on {at}. Reload the page to see it.",
        "提供者已於 {at} 以較新的變更取代。請重新載入頁面閱讀。",
        "提供商已于 {at} 用较新的更改替换。请重新加载页面阅读。",
    ];
    already_asked(provider) => [
        "{provider} hasn't answered your earlier message yet. Wait for the answer, or withdraw the message.",
        "{provider} 尚未回覆您先前的訊息。請等待回覆，或撤回該訊息。",
        "{provider} 尚未答复你之前的消息。请等待答复，或撤回该消息。",
    ];
    declined_recently(provider, again) => [
        "{provider} declined your last message. You can ask again from {again}.",
        "{provider} 已婉拒您上次的訊息。您可以從 {again} 起再次提出要求。",
        "{provider} 已谢绝你上次的消息。你可以从 {again} 起再次提出请求。",
    ];
    asked_often(most, provider, again) => [
        "You've written {most} messages to {provider} in the last 30 days. You can write again from {again}.",
        "您在過去 30 天內已寫了 {most} 則訊息給 {provider}。您可以從 {again} 起再次撰寫。",
        "你在过去 30 天内已给 {provider} 写了 {most} 条消息。你可以从 {again} 起再次撰写。",
    ];
    already_requested(reseller) => [
        "A partnership request of yours to {reseller} is still open. Open it to resend or cancel it.",
        "您給 {reseller} 的合作關係要求仍有效。請開啟該要求，以重新傳送或取消。",
        "你给 {reseller} 的合作关系请求仍有效。请打开该请求，以重新发送或取消。",
    ];
    nobody_to_address(reseller) => [
        "{reseller} has no global admin with a work account of its own, so no one there could accept a request.",
        "{reseller} 沒有使用自己工作帳戶的全域管理員，因此無人能接受要求。",
        "{reseller} 没有使用自己工作帐户的全局管理员，因此无人能接受请求。",
    ];
    too_many_asks(most) => [
        "{most} of your messages to providers are still waiting for an answer. Withdraw one before you write another.",
        "您有 {most} 則給提供者的訊息仍在等待回覆。請先撤回一則再撰寫。",
        "你有 {most} 条给提供商的消息仍在等待答复。请先撤回一条再撰写。",
    ];
    ask_closed(at) => [
        "The message was already answered or withdrawn on {at}. There's nothing left to do.",
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
        "Change submitted. This page shows when the program operator will answer by.",
        "變更已提交。您可在此查看計畫營運者回覆的期限。",
        "更改已提交。你可在此查看计划运营方答复的期限。",
    ];
    done_withdrawn => ["Change withdrawn.", "變更已撤回。", "更改已撤回。"];
    done_taken => ["You've taken this change.", "您已接手此變更。", "你已接手此更改。"];
    done_given_back => [
        "The change is open to all reviewers again.",
        "所有審查人員都可以再次接手此變更。",
        "所有审核人员都可以再次接手此更改。",
    ];
    done_approved => [
        "Change approved. The directory shows it now.",
        "變更已核准，現在已顯示於目錄。",
        "更改已批准，现在已显示在目录中。",
    ];
    done_rejected => [
        "Change rejected. The provider sees your reason.",
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
        "Declined. The reseller sees your reason.",
        "已婉拒。經銷商會看到您的原因。",
        "已谢绝。经销商会看到你的原因。",
    ];
    done_ask_withdrawn => ["Message withdrawn.", "訊息已撤回。", "消息已撤回。"];
}
