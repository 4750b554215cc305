//! What the operator has done to organizations, in words: the notices after it.

use crate::i18n::{messages, worded_codes};

worded_codes! {
    /// A finished action, reported on the page that follows.
    pub enum Notice {
        PartnerAdded = "partner_added" => done_partner_added,
        AdminInvitedAgain = "admin_invited_again" => done_invited_again,
        FirstAdminCorrected = "first_admin_corrected" => done_admin_corrected,
        ProfileCorrected = "profile_corrected" => done_profile_corrected,
        CountryChanged = "country_changed" => done_country_changed,
        Suspended = "organization_suspended" => done_suspended,
        SuspensionLifted = "suspension_lifted" => done_lifted,
        ReviewBegun = "customer_review_begun" => done_review_begun,
        ReviewEnded = "customer_review_ended" => done_review_ended,
        CapabilityAdded = "capability_added" => done_capability_added,
        Marked = "offboarding_marked" => done_marked,
        MarkTakenBack = "offboarding_taken_back" => done_taken_back,
        PasswordLinkMailed = "password_link_mailed" => done_password_link,
        SecondFactorRemoved = "second_factor_removed" => done_second_factor,
        AccountUnblocked = "account_unblocked" => done_unblocked,
        Completed = "organization_completed" => done_completed,
    }
}

messages! {
    done_country_changed => [
        "Country/region changed. The partner's global admins were notified by email.",
        "已變更國家/地區，並已以郵件通知該合作夥伴的全域管理員。",
        "已更改国家/地区，并已通过邮件通知该合作伙伴的全局管理员。",
    ];
    done_suspended => [
        "Organization suspended. Its admins were notified by email.",
        "組織已暫停，並已以郵件通知其管理員。",
        "组织已暂停，并已通过邮件通知其管理员。",
    ];
    done_lifted => [
        "Suspension lifted. The organization's admins were notified by email.",
        "已解除暫停，並已以郵件通知該組織的管理員。",
        "已解除暂停，并已通过邮件通知该组织的管理员。",
    ];
    done_review_begun => [
        "Account under review. The customer's global admins and its partners were notified by email.",
        "已開始審查帳戶，並已以郵件通知客戶的全域管理員與其合作夥伴。",
        "已开始审核帐户，并已通过邮件通知客户的全局管理员及其合作伙伴。",
    ];
    done_review_ended => [
        "Review ended. The customer's global admins and its partners were notified by email.",
        "已結束審查，並已以郵件通知客戶的全域管理員與其合作夥伴。",
        "已结束审核，并已通过邮件通知客户的全局管理员及其合作伙伴。",
    ];
    done_capability_added => [
        "Capability added. The partner's global admins were notified by email.",
        "已新增資格，並已以郵件通知該合作夥伴的全域管理員。",
        "已添加资格，并已通过邮件通知该合作伙伴的全局管理员。",
    ];
    done_marked => [
        "Marked for offboarding. The partner's global admins were notified by email.",
        "已標記為移出，並已以郵件通知該合作夥伴的全域管理員。",
        "已标记为移出，并已通过邮件通知该合作伙伴的全局管理员。",
    ];
    done_taken_back => [
        "Mark removed. The partner's global admins were notified by email.",
        "已取消標記，並已以郵件通知該合作夥伴的全域管理員。",
        "已取消标记，并已通过邮件通知该合作伙伴的全局管理员。",
    ];
    done_password_link => [
        "A link to choose a new password was sent to the user's email address.",
        "已將用於設定新密碼的連結傳送至使用者的電子郵件地址。",
        "已将用于设置新密码的链接发送到用户的电子邮件地址。",
    ];
    done_second_factor => [
        "Second factor removed. The user was notified by email.",
        "已移除雙步驟驗證，並已以郵件通知使用者。",
        "已移除双重验证，并已通过邮件通知用户。",
    ];
    done_unblocked => [
        "Account unblocked. The user was notified by email.",
        "已解除帳戶的封鎖，並已以郵件通知使用者。",
        "已解除帐户的阻止，并已通过邮件通知用户。",
    ];
    done_completed => [
        "Data saved. The partner's global admins were notified by email.",
        "已儲存資料，並已以郵件通知該合作夥伴的全域管理員。",
        "已保存数据，并已通过邮件通知该合作伙伴的全局管理员。",
    ];
    done_admin_corrected => [
        "Invitation sent. The older link no longer works.",
        "邀請已傳送。先前的連結已失效。",
        "邀请已发送。之前的链接已失效。",
    ];
    done_profile_corrected => [
        "Legal profile changed. The partner's global admins were notified by email.",
        "已變更法律設定檔，並已以郵件通知該合作夥伴的全域管理員。",
        "已更改法律资料，并已通过邮件通知该合作伙伴的全局管理员。",
    ];
    done_partner_added => [
        "Partner added. Its first admin was invited by email.",
        "已新增合作夥伴，並已以郵件邀請其第一位管理員。",
        "已添加合作伙伴，并已通过邮件邀请其第一位管理员。",
    ];
    done_invited_again => [
        "Link resent. The older link no longer works.",
        "連結已重新傳送。先前的連結已失效。",
        "链接已重新发送。之前的链接已失效。",
    ];
}
