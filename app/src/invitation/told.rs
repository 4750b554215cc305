//! Invitations in words: events, refusals, actions and notices.

use tierline_core::{
    invitation::{Delivery, Event, Kind, Refusal},
    permission::invitation::Action,
};

use crate::{
    i18n::{Lang, date, date_time, messages, number, worded_codes},
    timeline::{Names, Subject, Telling},
    ui::{Glyph, Tone},
};

impl Telling for Event {
    fn sentence(&self, names: &Names<'_>) -> String {
        let lang = names.lang;
        match self {
            Event::Drafted { kind, message, .. } => {
                let to = &message.recipient;
                match *kind {
                    Kind::Partnership { .. } => drafted_partnership(lang, to),
                    Kind::Relationship { .. } => drafted_relationship(lang, to),
                    Kind::JointRelationship { reseller, provider } => {
                        drafted_joint(lang, to, names.of(reseller), names.of(provider))
                    }
                }
            }
            Event::Edited { message, .. } => edited(lang, &message.recipient),
            Event::Sent {
                link,
                delivery,
                expires,
                ..
            } => {
                let until = date(lang, *expires);
                match (*link > 1, delivery) {
                    (false, Delivery::Portal) => sent(lang, request(names), until),
                    (false, Delivery::OwnMail) => sent_by_hand(lang, request(names), until),
                    (true, Delivery::Portal) => resent(lang, request(names), until),
                    (true, Delivery::OwnMail) => resent_by_hand(lang, request(names), until),
                }
            }
            Event::Opened { .. } => opened(lang, request(names)),
            Event::Accepted { organization, .. } => {
                accepted(lang, names.of(*organization), request(names))
            }
            Event::Declined { organization, .. } => {
                declined(lang, names.of(*organization), request(names))
            }
            Event::Canceled { .. } => canceled(lang, request(names)),
            Event::Expired { .. } => expired(lang, request(names)),
        }
    }

    fn look(&self) -> (Tone, Glyph) {
        match self {
            Event::Drafted { .. } | Event::Edited { .. } => (Tone::Neutral, Glyph::Draft),
            Event::Sent { .. } => (Tone::Info, Glyph::Mail),
            Event::Opened { .. } => (Tone::Info, Glyph::MailOpen),
            Event::Accepted { .. } => (Tone::Success, Glyph::Check),
            Event::Declined { .. } => (Tone::Danger, Glyph::Cross),
            Event::Canceled { .. } => (Tone::Neutral, Glyph::Ban),
            Event::Expired { .. } => (Tone::Warning, Glyph::Clock),
        }
    }

    fn reason(&self) -> Option<&str> {
        match self {
            Event::Declined { reason, .. } => reason.as_ref().map(|reason| reason.as_str()),
            Event::Drafted { .. }
            | Event::Edited { .. }
            | Event::Sent { .. }
            | Event::Opened { .. }
            | Event::Accepted { .. }
            | Event::Canceled { .. }
            | Event::Expired { .. } => None,
        }
    }

    fn by_link_holder(&self) -> bool {
        matches!(self, Event::Opened { .. })
    }
}

/// "request to alex@contoso.example": which one, as far as the reader may know.
fn request(names: &Names<'_>) -> String {
    let lang = names.lang;
    match names.subject() {
        Some(Subject::To(name) | Subject::Customer(name)) => request_to(lang, name),
        Some(Subject::From(name)) => request_from(lang, name),
        _ => request_itself(lang).to_owned(),
    }
}

/// A refusal in words.
pub(crate) fn refusal(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::AlreadyInvited { .. } => already_invited(lang).to_owned(),
        Refusal::LinkMissingInMessage => link_missing(lang).to_owned(),
        Refusal::InvitationNotSent => not_sent(lang).to_owned(),
        Refusal::InvitationAlreadySent => already_sent(lang).to_owned(),
        Refusal::LinkReplaced { at } => link_replaced(lang, date_time(lang, *at)),
        Refusal::SentRecently { again } => sent_recently(lang, date_time(lang, *again)),
        Refusal::SendingQuotaReached { a_day, again } => {
            quota_reached(lang, number(*a_day), date_time(lang, *again))
        }
        Refusal::LinkMadeTenant => link_made_tenant(lang).to_owned(),
        Refusal::InvitationExpired { at } => already_expired(lang, date_time(lang, *at)),
        Refusal::InvitationAccepted { at } => already_accepted(lang, date_time(lang, *at)),
        Refusal::InvitationDeclined { at } => already_declined(lang, date_time(lang, *at)),
        Refusal::InvitationCanceled { at } => already_canceled(lang, date_time(lang, *at)),
        Refusal::AddressedToAnother {
            addressee,
            signed_in,
        } => addressed_to_another(lang, &addressee.name, &signed_in.name),
        Refusal::NotConfirmed => not_confirmed(lang).to_owned(),
        Refusal::NothingGranted { partner } => nothing_granted(lang, &partner.name),
    }
}

/// An action as a phrase, for "To …, you need".
pub(crate) fn action(lang: Lang, action: Action) -> &'static str {
    match action {
        Action::ManageInvitation => manage_invitation(lang),
    }
}

worded_codes! {
    /// A finished action, reported on the page that follows.
    pub enum Notice {
        DraftKept = "draft_kept" => done_draft_kept,
        DraftKeptUnsent = "draft_kept_unsent" => done_draft_kept_unsent,
        CheckFirst = "check_first" => done_check_first,
        InvitationSent = "invitation_sent" => done_invitation_sent,
        InvitationCanceled = "invitation_canceled" => done_invitation_canceled,
        InvitationAccepted = "invitation_accepted" => done_invitation_accepted,
        InvitationDeclined = "invitation_declined" => done_invitation_declined,
        SignedUp = "signed_up" => done_signed_up,
    }
}

messages! {
    // Events.
    drafted_partnership(to) => [
        "Drafted a partnership request to {to}",
        "起草了給 {to} 的合作關係要求",
        "起草了给 {to} 的合作关系请求",
    ];
    drafted_relationship(to) => [
        "Drafted a request for a reseller relationship to {to}",
        "起草了給 {to} 的經銷商關係要求",
        "起草了给 {to} 的经销商关系请求",
    ];
    drafted_joint(to, reseller, provider) => [
        "Drafted an invitation to {to} for {reseller} and {provider}",
        "為 {reseller} 和 {provider} 起草了給 {to} 的邀請",
        "为 {reseller} 和 {provider} 起草了给 {to} 的邀请",
    ];
    edited(to) => ["Edited the draft to {to}", "變更了給 {to} 的草稿", "更改了给 {to} 的草稿"];
    request_itself => ["request", "要求", "请求"];
    request_to(name) => ["request to {name}", "給 {name} 的要求", "给 {name} 的请求"];
    request_from(name) => ["request from {name}", "來自 {name} 的要求", "来自 {name} 的请求"];
    sent(request, until) => [
        "Sent the {request}; it expires on {until}",
        "傳送了{request}；{until} 到期",
        "发送了{request}；{until} 到期",
    ];
    sent_by_hand(request, until) => [
        "Created a link to the {request} to send yourself; it expires on {until}",
        "為{request}建立了連結以自行寄送；{until} 到期",
        "为{request}创建了链接以自行发送；{until} 到期",
    ];
    resent(request, until) => [
        "Resent the {request} with a new link; it expires on {until}",
        "以新連結重新傳送了{request}；{until} 到期",
        "以新链接重新发送了{request}；{until} 到期",
    ];
    resent_by_hand(request, until) => [
        "Created a new link to the {request} to send yourself; it expires on {until}",
        "為{request}建立了新連結以自行寄送；{until} 到期",
        "为{request}创建了新链接以自行发送；{until} 到期",
    ];
    opened(request) => ["Opened the {request}", "開啟了{request}", "打开了{request}"];
    accepted(organization, request) => [
        "{organization} accepted the {request}",
        "{organization} 接受了{request}",
        "{organization} 接受了{request}",
    ];
    declined(organization, request) => [
        "{organization} declined the {request}",
        "{organization} 拒絕了{request}",
        "{organization} 拒绝了{request}",
    ];
    canceled(request) => ["Canceled the {request}", "取消了{request}", "取消了{request}"];
    expired(request) => [
        "The {request} expired unanswered",
        "{request}未獲回覆而過期",
        "{request}未获答复而过期",
    ];

    // Refusals.
    already_invited => [
        "You already have an open request of this kind to this recipient. Resend or cancel that one first.",
        "給同一收件者的同類要求尚未完成。請先重新傳送或取消該要求。",
        "给同一收件人的同类请求尚未完成。请先重新发送或取消该请求。",
    ];
    link_missing => [
        "The personal link is missing from the text, so the recipient couldn't answer. Put {link} back into the text, on a line of its own.",
        "文字中已沒有個人連結，收件者將無法回覆。請將 {link} 放回文字中，並獨立成行。",
        "文本中已没有个人链接，收件人将无法答复。请将 {link} 放回文本中，并独立成行。",
    ];
    not_sent => [
        "This invitation hasn't been sent, so it can't be answered. Ask the person who prepared it to send it.",
        "此邀請尚未傳送，因此無法回覆。請要求準備者傳送。",
        "此邀请尚未发送，因此无法答复。请让准备者发送。",
    ];
    already_sent => [
        "This invitation was already sent, so you can't edit it. To change it, cancel it and write a new one.",
        "此邀請已經傳送，文字無法再變更。若要變更，請取消後重新撰寫。",
        "此邀请已经发送，文本无法再更改。若要更改，请取消后重新撰写。",
    ];
    link_replaced(at) => [
        "A newer link was sent on {at}, and only the newest one works. Use the latest email, or ask the sender for a new link.",
        "已於 {at} 傳送較新的連結，只有最新的連結有效。請使用最新的郵件，或向寄件者索取。",
        "已于 {at} 发送较新的链接，只有最新的链接有效。请使用最新的邮件，或向发件人索取。",
    ];
    sent_recently(again) => [
        "This invitation was sent just recently. So that the recipient doesn't get it twice, you can resend it from {again}.",
        "此邀請不久前才傳送。為避免收件者重複收到，{again} 起才能重新傳送。",
        "此邀请不久前才发送。为避免收件人重复收到，{again} 起才能重新发送。",
    ];
    quota_reached(a_day, again) => [
        "Your organization has sent {a_day} invitations in one day, which is the operator's limit. You can send the next one from {again}. Nothing you wrote is lost.",
        "您的組織在一天內已傳送 {a_day} 份邀請，達到營運者允許的上限。{again} 起可以傳送下一份；您撰寫的內容不會遺失。",
        "你的组织在一天内已发送 {a_day} 份邀请，达到运营方允许的上限。{again} 起可以发送下一份；你撰写的内容不会丢失。",
    ];
    link_made_tenant => [
        "This link was already used to create a work account. Sign in with that account to answer the invitation. If it isn't yours, ask the sender for a new link.",
        "已使用此連結建立工作帳戶。請以該帳戶登入並回覆邀請；如果那不是您的帳戶，請向寄件者索取新的連結。",
        "已使用此链接创建工作帐户。请用该帐户登录并答复邀请；如果那不是你的帐户，请向发件人索取新的链接。",
    ];
    already_expired(at) => [
        "This invitation expired unanswered on {at}. The sender can resend it with a new link.",
        "此邀請已於 {at} 過期且未獲回覆。寄件者可以使用新連結重新傳送。",
        "此邀请已于 {at} 过期且未获答复。发件人可以使用新链接重新发送。",
    ];
    already_accepted(at) => [
        "This invitation was accepted on {at}, and each link works only once. You don't need to do anything.",
        "此邀請已於 {at} 被接受；連結只能使用一次。不需要再做任何事。",
        "此邀请已于 {at} 被接受；链接只能使用一次。无需再做任何事。",
    ];
    already_declined(at) => [
        "This invitation was declined on {at}. If that was a mistake, ask the sender for a new invitation.",
        "此邀請已於 {at} 被拒絕。如果是誤拒，請要求寄件者傳送新的邀請。",
        "此邀请已于 {at} 被拒绝。如果是误拒，请让发件人发送新的邀请。",
    ];
    already_canceled(at) => [
        "The sender canceled this invitation on {at}. If you still need it, ask the sender for a new one.",
        "寄件者已於 {at} 取消此邀請。如果您仍需要，請要求寄件者傳送新的邀請。",
        "发件人已于 {at} 取消此邀请。如果你仍需要，请让发件人发送新的邀请。",
    ];
    addressed_to_another(addressee, signed_in) => [
        "This invitation is for {addressee}, but you're signed in for {signed_in}. Sign in for {addressee}, or send the link to a global admin there.",
        "此邀請是給 {addressee} 的，而您目前以 {signed_in} 登入。請以 {addressee} 登入，或將連結交給其全域管理員。",
        "此邀请是给 {addressee} 的，而你目前以 {signed_in} 登录。请以 {addressee} 登录，或将链接交给其全局管理员。",
    ];
    not_confirmed => [
        "We need your confirmation to grant these permissions. Select the box that lists what you're granting, then try again.",
        "未經您確認不會授與任何權限。請勾選說明授與內容的方塊，然後再按一次按鈕。",
        "未经你确认不会授予任何权限。请勾选说明授予内容的复选框，然后再按一次按钮。",
    ];
    nothing_granted(partner) => [
        "No permissions are selected for {partner}. Select at least one, or decline the invitation.",
        "沒有為 {partner} 保留任何權限。請至少勾選一項，或拒絕邀請。",
        "没有为 {partner} 保留任何权限。请至少勾选一项，或拒绝邀请。",
    ];

    // Actions.
    manage_invitation => ["edit, send, or cancel invitations", "編輯、傳送或取消邀請", "编辑、发送或取消邀请"];

    // Notices.
    done_draft_kept => [
        "Draft saved. Nothing was sent.",
        "已保留草稿，沒有傳送任何內容。",
        "已保留草稿，未发送任何内容。",
    ];
    done_draft_kept_unsent => [
        "We saved your text as a draft but couldn't send it. Send it from here to see why.",
        "您的文字已保留為草稿，但無法傳送。請從這裡傳送以查看原因。",
        "你的文本已保留为草稿，但无法发送。请从这里发送以查看原因。",
    ];
    done_check_first => [
        "Nothing was sent yet. The recipient can't accept it yet. Review the checklist, then send it anyway or wait.",
        "尚未傳送。收件者目前還無法接受。請查看檢查清單，然後仍要傳送或稍候。",
        "尚未发送。收件人目前还无法接受。请查看检查清单，然后仍要发送或稍候。",
    ];
    done_invitation_sent => [
        "The message is on its way with a personal link. You'll see here when it's opened and answered.",
        "訊息已附上個人連結寄出。您可以在這裡看到它何時被開啟和回覆。",
        "消息已附上个人链接发出。你可以在这里看到它何时被打开和答复。",
    ];
    done_invitation_canceled => [
        "The request is canceled. Its link no longer works.",
        "已取消。連結不再有效。",
        "已取消。链接不再有效。",
    ];
    done_invitation_accepted => ["You accepted the invitation.", "您已接受。", "你已接受。"];
    done_invitation_declined => [
        "You declined the invitation. Nothing was granted.",
        "您已拒絕，沒有授與任何權限。",
        "你已拒绝，未授予任何权限。",
    ];
    done_signed_up => [
        "Your work account is ready and you're signed in. You can now answer the invitation.",
        "您的工作帳戶已就緒，您也已登入。現在可以回覆邀請。",
        "你的工作帐户已就绪，你也已登录。现在可以答复邀请。",
    ];
}
