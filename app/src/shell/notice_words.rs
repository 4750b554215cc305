//! Notices after an action: `…?done=CODE` shows the text of that code, and nothing for an unknown one.

use crate::i18n::{Lang, messages, worded_codes};

worded_codes! {
    /// A finished action, reported on the page that follows.
    pub enum Notice {
        SignedOut = "signed_out" => signed_out,
        PasswordChanged = "password_changed" => password_changed,
        SecondFactorOn = "second_factor_on" => second_factor_on,
        Proved = "proved" => proved,
        AppAdded = "app_added" => app_added,
        PasskeyAdded = "passkey_added" => passkey_added,
        FactorRemoved = "factor_removed" => factor_removed,
        SecondFactorOff = "second_factor_off" => second_factor_off,
        RecoveryCodesRenewed = "recovery_codes_renewed" => recovery_codes_renewed,
        CodeExpired = "code_expired" => code_expired,
        SecondFactorRequired = "second_factor_required" => second_factor_required,
        SessionEnded = "session_ended" => session_ended,
        OtherSessionsEnded = "other_sessions_ended" => other_sessions_ended,
        CustomerAbandoned = "customer_abandoned" => customer_abandoned,
        OrderPlaced = "order_placed" => order_placed,
        GrantEnded = "grant_ended" => grant_ended,
        RelationshipEnded = "relationship_ended" => relationship_ended,
        ClockMoved = "clock_moved" => clock_moved,
        MailResent = "mail_resent" => mail_resent,
        DraftKept = "draft_kept" => draft_kept,
        DraftKeptUnsent = "draft_kept_unsent" => draft_kept_unsent,
        CheckFirst = "check_first" => check_first,
        InvitationSent = "invitation_sent" => invitation_sent,
        InvitationCanceled = "invitation_canceled" => invitation_canceled,
        InvitationAccepted = "invitation_accepted" => invitation_accepted,
        InvitationDeclined = "invitation_declined" => invitation_declined,
        SignedUp = "signed_up" => signed_up,
        PartnershipEnded = "partnership_ended" => partnership_ended,
        TenantAdminRevoked = "tenant_admin_revoked" => tenant_admin_revoked,
        TenantAdminGranted = "tenant_admin_granted" => tenant_admin_granted,
    }
}

/// The prefix of the codes of a used recovery code.
const CODES_LEFT: &str = "recovery_code_used_";

/// The notice on the page that follows: a fixed one, or the number of recovery codes left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// A notice.
    Notice(Notice),
    /// A recovery code was used; this many are left.
    RecoveryCodeUsed(u32),
}

impl From<Notice> for Done {
    fn from(notice: Notice) -> Done {
        Done::Notice(notice)
    }
}

impl Done {
    /// The code in the address.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Done::Notice(notice) => notice.code().to_owned(),
            Done::RecoveryCodeUsed(left) => format!("{CODES_LEFT}{left}"),
        }
    }

    /// The notice of this code of an address.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Done> {
        match code.strip_prefix(CODES_LEFT) {
            Some(left) => left.parse().ok().map(Done::RecoveryCodeUsed),
            None => Notice::from_code(code).map(Done::Notice),
        }
    }

    /// The text.
    #[must_use]
    pub fn words(self, lang: Lang) -> String {
        match self {
            Done::Notice(notice) => notice.words(lang).to_owned(),
            Done::RecoveryCodeUsed(left) => recovery_code_used(lang, left),
        }
    }
}

messages! {
    second_factor_required => [
        "Saved. It applies from the next click of every user.",
        "已儲存。每位使用者下次操作時即適用。",
        "已保存。每位用户下次操作时即适用。",
    ];
    draft_kept => [
        "The draft is kept. Nothing was sent.",
        "已保留草稿，沒有傳送任何內容。",
        "已保留草稿，未发送任何内容。",
    ];
    draft_kept_unsent => [
        "Your text is kept as a draft, but it could not be sent. Send it from here to see why.",
        "您的文字已保留為草稿，但無法傳送。請從這裡傳送以查看原因。",
        "你的文本已保留为草稿，但无法发送。请从这里发送以查看原因。",
    ];
    check_first => [
        "Nothing was sent yet: something is known to stand in the way of an acceptance. Look at the checklist, then send it from here or wait.",
        "尚未傳送：已知有項目會妨礙對方接受。請查看檢查清單，再從這裡傳送或稍候。",
        "尚未发送：已知有项目会妨碍对方接受。请查看检查清单，再从这里发送或稍候。",
    ];
    invitation_sent => [
        "The message is on its way with a personal link. You see here when it is opened and answered.",
        "訊息已附上個人連結寄出。您可以在這裡看到它何時被開啟和回覆。",
        "消息已附上个人链接发出。你可以在这里看到它何时被打开和答复。",
    ];
    invitation_canceled => [
        "It is canceled. The link does not work any more.",
        "已取消。連結不再有效。",
        "已取消。链接不再有效。",
    ];
    invitation_accepted => ["You have accepted.", "您已接受。", "你已接受。"];
    invitation_declined => [
        "You have declined. Nothing was granted.",
        "您已拒絕，沒有授與任何權限。",
        "你已拒绝，未授予任何权限。",
    ];
    signed_up => [
        "Your work account is ready and you are signed in. Now you can answer the invitation.",
        "您的工作帳戶已就緒，您也已登入。現在可以回覆邀請。",
        "你的工作帐户已就绪，你也已登录。现在可以答复邀请。",
    ];
    partnership_ended => [
        "The end of the partnership is recorded and the other side is told by mail.",
        "已記錄合作關係的結束，並以郵件通知對方。",
        "已记录合作关系的结束，并以邮件通知对方。",
    ];
    tenant_admin_revoked => [
        "The provider has no administrator access to your tenant any more. The partnership goes on.",
        "提供者不再具有您租用戶的系統管理員存取權。合作關係繼續。",
        "提供商不再拥有你租户的管理员访问权限。合作关系继续。",
    ];
    tenant_admin_granted => [
        "The provider has administrator access to your tenant again, and is told by mail.",
        "提供者再次具有您租用戶的系統管理員存取權，並已以郵件通知。",
        "提供商再次拥有你租户的管理员访问权限，并已以邮件通知。",
    ];
    signed_out => ["You are signed out.", "您已登出。", "你已退出登录。"];
    password_changed => [
        "Your password is changed. Your other sessions were ended.",
        "您的密碼已變更。您的其他工作階段已結束。",
        "你的密码已更改。你的其他会话已结束。",
    ];
    second_factor_on => [
        "The second factor is on. Your other sessions were ended.",
        "雙步驟驗證已開啟。您的其他工作階段已結束。",
        "双重验证已开启。你的其他会话已结束。",
    ];
    proved => [
        "You have confirmed it. For a quarter of an hour you can add an app or a passkey.",
        "已確認。十五分鐘內可新增應用程式或通行金鑰。",
        "已确认。十五分钟内可添加应用或通行密钥。",
    ];
    app_added => [
        "The authenticator app was added.",
        "已新增驗證器應用程式。",
        "已添加验证器应用。",
    ];
    passkey_added => ["The passkey was added.", "已新增通行金鑰。", "已添加通行密钥。"];
    factor_removed => [
        "It was removed. It proves nothing here any more.",
        "已移除，不再能用於驗證。",
        "已移除，不再能用于验证。",
    ];
    second_factor_off => [
        "The second factor is off. From now on your password alone signs in.",
        "雙步驟驗證已關閉。從現在起，僅憑密碼即可登入。",
        "双重验证已关闭。从现在起，仅凭密码即可登录。",
    ];
    recovery_codes_renewed => [
        "Here are your new recovery codes. Those from before do not work any more.",
        "這是您的新復原碼。先前的復原碼已失效。",
        "这是你的新恢复代码。之前的恢复代码已失效。",
    ];
    recovery_code_used(left) => [
        "You signed in with a recovery code, which is used up now. You have {left} left; make new ones in the settings in time.",
        "您已使用復原碼登入，該復原碼已失效。剩餘 {left} 個；請及時在設定中建立新的復原碼。",
        "你已使用恢复代码登录，该代码已失效。剩余 {left} 个；请及时在设置中创建新的恢复代码。",
    ];
    code_expired => [
        "This sign-in is over: it was finished elsewhere, or has waited for more than ten minutes. Sign in again.",
        "此次登入已結束：已在別處完成，或等待超過十分鐘。請重新登入。",
        "此次登录已结束：已在别处完成，或等待超过十分钟。请重新登录。",
    ];
    session_ended => ["The session was ended.", "該工作階段已結束。", "该会话已结束。"];
    other_sessions_ended => ["Every other session was ended.", "所有其他工作階段已結束。", "所有其他会话已结束。"];
    customer_abandoned => [
        "The new customer was abandoned. Nothing was created.",
        "已放棄新客戶，沒有建立任何項目。",
        "已放弃新客户，未创建任何内容。",
    ];
    order_placed => [
        "The order was submitted. The new subscriptions are in the list.",
        "訂單已提交。新訂閱已列在清單中。",
        "订单已提交。新订阅已列在列表中。",
    ];
    grant_ended => ["The right was taken away, at once.", "已立即收回該權限。", "已立即收回该权限。"];
    relationship_ended => [
        "The relationship was ended. This partner can no longer act for you.",
        "已結束該關係。此合作夥伴不能再代表您行事。",
        "已结束该关系。此合作伙伴不能再代表你行事。",
    ];
    clock_moved => ["The demo clock was moved forward.", "示範時鐘已往前調。", "演示时钟已向前调。"];
    mail_resent => ["The mail is in the queue again.", "郵件已重新排入佇列。", "邮件已重新加入队列。"];
}
