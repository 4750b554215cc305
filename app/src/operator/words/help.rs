//! The words of what the operator does for an organization in which nobody can.

use crate::i18n::messages;

messages! {
    // Users.
    users => ["Users", "使用者", "用户"];
    users_lead => [
        "The organization's admins. If none of them can sign in, you can restore their access.",
        "該組織的管理者。如果無人能登入，請協助其中一位恢復存取。",
        "该组织的管理者。如果无人能登录，请帮助其中一位恢复访问。",
    ];
    find => ["Find another user by name or account", "依姓名或帳戶尋找其他使用者", "按姓名或帐户查找其他用户"];
    no_admins => [
        "This organization has no admins. Search for its users.",
        "此組織沒有管理者。請搜尋其使用者。",
        "此组织没有管理者。请搜索其用户。",
    ];
    nobody_found => [
        "No users match. Try fewer letters.",
        "沒有符合的使用者。請試試較少的字母。",
        "没有符合的用户。请试试较少的字母。",
    ];
    goes_on => [
        "There are more users. Search by name or account.",
        "還有其他使用者。請依姓名或帳戶搜尋。",
        "还有其他用户。请按姓名或帐户搜索。",
    ];

    // A user.
    restore => ["Restore access", "恢復存取", "恢复访问"];
    restore_lead => [
        "For users who can't sign in when no one in their organization can help. You never see a password or a code.",
        "用於使用者無法登入，且組織中無人能協助的情況。您不會看到任何密碼或驗證碼。",
        "用于用户无法登录，且组织中无人能帮助的情况。你不会看到任何密码或验证码。",
    ];
    colleagues_can(organization) => [
        "Another admin of {organization} can do this under User management. Help only if that isn't possible.",
        "{organization} 的另一位管理員可以在「使用者管理」中執行。請僅在無法如此時協助。",
        "{organization} 的另一位管理员可以在“用户管理”中执行。请仅在无法如此时帮助。",
    ];
    concerns_all(count) => [
        "The account belongs to {count} organizations, and this affects all of them.",
        "此帳戶屬於 {count} 個組織，此操作會影響所有這些組織。",
        "此帐户属于 {count} 个组织，此操作会影响所有这些组织。",
    ];
    unblock_named(name) => ["Unblock {name}?", "要解除對 {name} 的封鎖嗎？", "要解除对 {name} 的阻止吗？"];
    unblock_what => [
        "The user can sign in again with the same password and roles. Earlier links still don't work.",
        "使用者可以用相同的密碼與角色再次登入。先前的連結不會再有效。",
        "用户可以用相同的密码和角色再次登录。之前的链接不会再有效。",
    ];
    password_what => [
        "First confirm that the request really comes from the user. The link works for 24 hours. The current password stays valid until a new one is chosen.",
        "請先確認確實是使用者本人要求。連結在 24 小時內有效。在設定新密碼之前，目前的密碼仍然有效。",
        "请先确认确实是用户本人要求。链接在 24 小时内有效。在设置新密码之前，当前密码仍然有效。",
    ];
    is_told(address) => [
        "We email {address}, with the reason. It's kept in the organization's history, with your name.",
        "我們會以郵件通知 {address} 並附上原因。該組織的歷程記錄會保留此事與您的姓名。",
        "我们会通过邮件通知 {address} 并附上原因。该组织的历史记录会保留此事和你的姓名。",
    ];

    // What a partner is missing.
    completion => ["MPN ID and agreement", "MPN ID 與合約", "MPN ID 与协议"];
    nothing_missing => [
        "The partner has both, so nothing is missing for new business.",
        "合作夥伴兩者皆有，開展新業務不缺任何資料。",
        "合作伙伴两者都有，开展新业务不缺任何数据。",
    ];
    mpn_missing => [
        "Without an MPN ID, the partner can't do new business.",
        "沒有 MPN ID，合作夥伴無法開展新業務。",
        "没有 MPN ID，合作伙伴无法开展新业务。",
    ];
    agreement_missing => [
        "Without a signed agreement, the partner can't do new business.",
        "未簽署合約，合作夥伴無法開展新業務。",
        "未签署协议，合作伙伴无法开展新业务。",
    ];
    both_missing => [
        "Without an MPN ID and a signed agreement, the partner can't do new business.",
        "沒有 MPN ID 且未簽署合約，合作夥伴無法開展新業務。",
        "没有 MPN ID 且未签署协议，合作伙伴无法开展新业务。",
    ];
    complete => ["Enter data", "輸入資料", "输入数据"];
    complete_named(name) => [
        "Enter data for {name}",
        "為 {name} 輸入資料",
        "为 {name} 输入数据",
    ];
    complete_what => [
        "Partners associate their MPN ID and sign in the portal themselves. Enter here anything agreed outside the portal. With both, the partner can do new business right away. New data replaces the earlier data.",
        "合作夥伴會自行在入口網站關聯 MPN ID 並簽署。請在此輸入在入口網站之外約定的資料。兩者皆有後，合作夥伴即可開展新業務。新資料會取代先前的資料。",
        "合作伙伴会自行在门户关联 MPN ID 并签署。请在此输入在门户之外约定的数据。两者都有后，合作伙伴即可开展新业务。新数据会取代之前的数据。",
    ];
    complete_told => [
        "Its global admins get an email with the reason. It's kept in the organization's history, with your name.",
        "其全域管理員會收到載明原因的郵件。該組織的歷程記錄會保留此事與您的姓名。",
        "其全局管理员会收到说明原因的邮件。该组织的历史记录会保留此事和你的姓名。",
    ];
    agreement_version => [
        "Version of the signed partner agreement",
        "已簽署之合作夥伴合約的版本",
        "已签署的合作伙伴协议的版本",
    ];
    mpn_counts => [
        "The MPN ID counts only in the country/region of its location. To move the organization, enter the new MPN ID first, and then change the country/region.",
        "僅在其位置所在的國家/地區有效。若要遷移組織，請先輸入新的 MPN ID，再變更國家/地區。",
        "仅在其位置所在的国家/地区有效。若要迁移组织，请先输入新的 MPN ID，再更改国家/地区。",
    ];
    agreement_hint => [
        "Signed outside the portal, such as on paper.",
        "在入口網站之外簽署，例如書面。",
        "在门户之外签署，例如书面。",
    ];
}
