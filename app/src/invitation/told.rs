//! Refusals of an invitation: something is missing, or its state does not allow it.

use tierline_core::invitation::Refusal;

use crate::i18n::{Lang, date_time, messages, number};

/// The refusal in words.
pub(super) fn explain(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::AlreadyInvited { .. } => already_invited(lang).to_owned(),
        Refusal::LinkMissingInMessage => link_missing(lang).to_owned(),
        Refusal::InvitationNotSent => not_sent(lang).to_owned(),
        Refusal::InvitationAlreadySent => already_sent(lang).to_owned(),
        Refusal::LinkReplaced { at } => link_replaced(lang, date_time(lang, *at)),
        Refusal::SentRecently { again } => sent_recently(lang, date_time(lang, *again)),
        Refusal::SendingQuotaReached { a_day, again } => {
            quota_reached(lang, number((*a_day).into()), date_time(lang, *again))
        }
        Refusal::LinkMadeTenant => link_made_tenant(lang).to_owned(),
        Refusal::InvitationExpired { at } => expired(lang, date_time(lang, *at)),
        Refusal::InvitationAccepted { at } => accepted(lang, date_time(lang, *at)),
        Refusal::InvitationDeclined { at } => declined(lang, date_time(lang, *at)),
        Refusal::InvitationCanceled { at } => canceled(lang, date_time(lang, *at)),
        Refusal::AddressedToAnother {
            addressee,
            signed_in,
        } => addressed_to_another(lang, &addressee.name, &signed_in.name),
        Refusal::NotConfirmed => not_confirmed(lang).to_owned(),
        Refusal::NothingGranted { partner } => nothing_granted(lang, &partner.name),
    }
}

messages! {
    already_invited => [
        "A request of this kind to the same recipient is open already. Send that one again or cancel it first.",
        "給同一收件者的同類要求尚未完成。請先重新傳送或取消該要求。",
        "给同一收件人的同类请求尚未完成。请先重新发送或取消该请求。",
    ];
    link_missing => [
        "The personal link is not in the text any more, so the recipient could not answer. Put {link} back into the text, on a line of its own.",
        "文字中已沒有個人連結，收件者將無法回覆。請將 {link} 放回文字中，並獨立成行。",
        "文本中已没有个人链接，收件人将无法答复。请将 {link} 放回文本中，并独立成行。",
    ];
    not_sent => [
        "This invitation was not sent, so it cannot be answered. Ask whoever prepared it to send it.",
        "此邀請尚未傳送，因此無法回覆。請要求準備者傳送。",
        "此邀请尚未发送，因此无法答复。请让准备者发送。",
    ];
    already_sent => [
        "This invitation was sent already, so its text is fixed. To change it, cancel it and write a new one.",
        "此邀請已經傳送，文字無法再變更。若要變更，請取消後重新撰寫。",
        "此邀请已经发送，文本无法再更改。若要更改，请取消后重新撰写。",
    ];
    link_replaced(at) => [
        "A newer link was sent on {at}, and only the newest one works. Use the newest mail, or ask the sender for it.",
        "已於 {at} 傳送較新的連結，只有最新的連結有效。請使用最新的郵件，或向寄件者索取。",
        "已于 {at} 发送较新的链接，只有最新的链接有效。请使用最新的邮件，或向发件人索取。",
    ];
    sent_recently(again) => [
        "This invitation was sent only recently. So that its recipient does not get it twice, you can send it again from {again}.",
        "此邀請不久前才傳送。為避免收件者重複收到，{again} 起才能重新傳送。",
        "此邀请不久前才发送。为避免收件人重复收到，{again} 起才能重新发送。",
    ];
    quota_reached(a_day, again) => [
        "Your organization has sent {a_day} invitations within a day, as many as the operator allows. You can send the next one from {again}; nothing you wrote is lost.",
        "您的組織在一天內已傳送 {a_day} 份邀請，達到營運者允許的上限。{again} 起可以傳送下一份；您撰寫的內容不會遺失。",
        "你的组织在一天内已发送 {a_day} 份邀请，达到运营者允许的上限。{again} 起可以发送下一份；你撰写的内容不会丢失。",
    ];
    link_made_tenant => [
        "A work account was created with this link already. Sign in with it to answer the invitation; if it is not yours, ask the sender for a new link.",
        "已使用此連結建立工作帳戶。請以該帳戶登入並回覆邀請；如果那不是您的帳戶，請向寄件者索取新的連結。",
        "已使用此链接创建工作帐户。请用该帐户登录并答复邀请；如果那不是你的帐户，请向发件人索取新的链接。",
    ];
    expired(at) => [
        "This invitation expired on {at} without an answer. The sender can send it again with a new link.",
        "此邀請已於 {at} 過期且未獲回覆。寄件者可以使用新連結重新傳送。",
        "此邀请已于 {at} 过期且未获答复。发件人可以使用新链接重新发送。",
    ];
    accepted(at) => [
        "This invitation was accepted on {at}; a link works once. Nothing more is needed.",
        "此邀請已於 {at} 被接受；連結只能使用一次。不需要再做任何事。",
        "此邀请已于 {at} 被接受；链接只能使用一次。无需再做任何事。",
    ];
    declined(at) => [
        "This invitation was declined on {at}. If that was a mistake, ask the sender for a new invitation.",
        "此邀請已於 {at} 被拒絕。如果是誤拒，請要求寄件者傳送新的邀請。",
        "此邀请已于 {at} 被拒绝。如果是误拒，请让发件人发送新的邀请。",
    ];
    canceled(at) => [
        "The sender took this invitation back on {at}. If you expected it, ask the sender for a new one.",
        "寄件者已於 {at} 收回此邀請。如果您仍需要，請要求寄件者傳送新的邀請。",
        "发件人已于 {at} 收回此邀请。如果你仍需要，请让发件人发送新的邀请。",
    ];
    addressed_to_another(addressee, signed_in) => [
        "This invitation is addressed to {addressee}, and you are signed in for {signed_in}. Sign in for {addressee}, or hand the link to a global admin there.",
        "此邀請是給 {addressee} 的，而您目前以 {signed_in} 登入。請以 {addressee} 登入，或將連結交給其全域管理員。",
        "此邀请是给 {addressee} 的，而你目前以 {signed_in} 登录。请以 {addressee} 登录，或将链接交给其全局管理员。",
    ];
    not_confirmed => [
        "Nothing is granted without your confirmation. Tick the box that says what is granted, then press the button again.",
        "未經您確認不會授與任何權限。請勾選說明授與內容的方塊，然後再按一次按鈕。",
        "未经你确认不会授予任何权限。请勾选说明授予内容的复选框，然后再按一次按钮。",
    ];
    nothing_granted(partner) => [
        "No right is left for {partner}. Leave at least one ticked, or decline the invitation.",
        "沒有為 {partner} 保留任何權限。請至少勾選一項，或拒絕邀請。",
        "没有为 {partner} 保留任何权限。请至少勾选一项，或拒绝邀请。",
    ];
}
