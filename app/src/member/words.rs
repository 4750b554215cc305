//! The words of this area.

pub mod link;

use crate::i18n::{Lang, messages};

/// The label of a field, for messages about it.
#[must_use]
pub(crate) fn field(lang: Lang, field: &str) -> Option<&'static str> {
    match field {
        "name" => Some(name(lang)),
        "address" => Some(address(lang)),
        "roles" | "roles[]" => Some(roles(lang)),
        "groups" | "groups[]" => Some(crate::group::words::title(lang)),
        _ => None,
    }
}

messages! {
    // The list.
    user_management => ["User management", "使用者管理", "用户管理"];
    lead => [
        "Everyone who can act for your organization, and everyone who has been invited.",
        "可代表貴組織行事的所有人，以及已受邀的人。",
        "可代表你的组织行事的所有人，以及已受邀的人。",
    ];
    search => ["Search by name or account", "依姓名或帳戶搜尋", "按姓名或帐户搜索"];
    name => ["Name", "姓名", "姓名"];
    account => ["Work account", "工作帳戶", "工作帐户"];
    role => ["Role", "角色", "角色"];
    roles => ["Roles", "角色", "角色"];
    state => ["State", "狀態", "状态"];
    second_factor => ["Second factor", "雙步驟驗證", "双重验证"];
    // An account that another organization manages.
    guest => ["Guest", "來賓", "来宾"];
    managed_by => ["Account managed by", "帳戶管理方", "帐户管理方"];
    another_organization => ["Another organization", "其他組織", "其他组织"];
    signed_in => ["Last sign-in", "上次登入", "上次登录"];
    expires => ["Invitation expires", "邀請到期", "邀请到期"];
    actions => ["Actions", "動作", "操作"];
    any_role => ["Any role", "任何角色", "任何角色"];
    any_state => ["Any state", "任何狀態", "任何状态"];
    blocked => ["Blocked", "已封鎖", "已阻止"];
    removed => ["Removed", "已移除", "已移除"];
    invited => ["Invited", "已邀請", "已邀请"];
    on => ["On", "開啟", "开启"];
    off => ["Off", "關閉", "关闭"];
    never => ["Never", "從未", "从未"];
    until(date) => ["until {date}", "至 {date}", "至 {date}"];
    one_user => ["1 user", "1 位使用者", "1 位用户"];
    several_users(count) => ["{count} users", "{count} 位使用者", "{count} 位用户"];
    none_found => ["No users found", "找不到使用者", "找不到用户"];
    none_found_why => [
        "No user matches your search and filters.",
        "沒有符合搜尋與篩選條件的使用者。",
        "没有符合搜索和筛选条件的用户。",
    ];
    show_all => ["Show all users", "顯示所有使用者", "显示所有用户"];
    none => ["No users yet", "尚無使用者", "暂无用户"];
    none_why => [
        "Add the people who work for your organization.",
        "請新增為貴組織工作的人員。",
        "请添加为你的组织工作的人员。",
    ];
    resend => ["Resend", "重新傳送", "重新发送"];
    cancel_invitation => ["Cancel invitation", "取消邀請", "取消邀请"];
    cancel_title(name) => [
        "Cancel the invitation to {name}?",
        "要取消對 {name} 的邀請嗎？",
        "要取消对 {name} 的邀请吗？",
    ];
    cancel_what => [
        "The link in the email stops working. You can invite the person again.",
        "郵件中的連結將失效。您可以再次邀請此人。",
        "邮件中的链接将失效。你可以再次邀请此人。",
    ];
    keep_invitation => ["Keep invitation", "保留邀請", "保留邀请"];

    // Adding.
    add_user_to(customer) => ["Add user to {customer}", "新增 {customer} 的使用者", "添加 {customer} 的用户"];
    add_user => ["Add user", "新增使用者", "添加用户"];
    add_lead => [
        "We email a personal link. The person chooses a password there, or signs in with the account they already have.",
        "我們會以郵件傳送個人連結。受邀者在該頁設定密碼，或以既有帳戶登入。",
        "我们会通过邮件发送个人链接。受邀者在该页设置密码，或用已有帐户登录。",
    ];
    address => ["Email address", "電子郵件地址", "电子邮件地址"];
    address_hint => [
        "This address becomes the work account.",
        "將成為工作帳戶的名稱。",
        "将成为工作帐户的名称。",
    ];
    send_invitation => ["Send invitation", "傳送邀請", "发送邀请"];

    // Roles, in a sentence each.
    program_admin_hint => [
        "Runs the program: organizations, users, the catalog, agreements, and settings.",
        "營運計畫：組織、使用者、產品目錄、合約與設定。",
        "运营计划：组织、用户、产品目录、协议与设置。",
    ];
    reviewer_hint => [
        "Reviews enrollments and changes of listings.",
        "審查註冊與清單的變更。",
        "审查注册与列表的更改。",
    ];
    global_admin_partner_hint => [
        "Signs agreements, accepts requests, and manages everything in your organization.",
        "代表貴組織簽署、接受和授權，並管理其他一切。",
        "代表你的组织签署、接受和授权，并管理其他一切。",
    ];
    global_admin_customer_hint => [
        "Accepts and ends relationships with partners, and manages everything in your organization.",
        "接受及結束與合作夥伴的關係，並管理貴組織的一切。",
        "接受和结束与合作伙伴的关系，并管理你的组织的一切。",
    ];
    admin_agent_hint => [
        "Requests partnerships and relationships, and manages customers, subscriptions, and users.",
        "要求合作關係與經銷商關係，並管理客戶、訂閱和使用者。",
        "请求合作关系和经销商关系，并管理客户、订阅和用户。",
    ];
    sales_agent_hint => [
        "Requests partnerships and relationships, and places orders.",
        "要求合作關係與經銷商關係，並下訂單。",
        "请求合作关系和经销商关系，并下订单。",
    ];
    helpdesk_agent_hint => [
        "Helps with customers' users and licenses.",
        "協助管理客戶的使用者和授權。",
        "协助管理客户的用户和许可证。",
    ];
    incentives_admin_hint => ["Manages incentives.", "負責獎勵。", "负责激励。"];
    report_viewer_hint => ["Views everything and changes nothing.", "僅能檢視。", "仅能查看。"];
    billing_admin_hint => ["Views subscriptions.", "檢視訂閱。", "查看订阅。"];
    user_hint => ["Views their own licenses.", "檢視自己的授權。", "查看自己的许可证。"];
    global_admin_refused => [
        "Only a global admin can assign or remove this role.",
        "只有全域管理員可以授予或取消此角色。",
        "只有全局管理员可以授予或取消此角色。",
    ];

    // A user.
    you => ["You", "您", "你"];
    update => ["Update", "更新", "更新"];
    profile => ["Profile", "個人資料", "个人资料"];
    save => ["Save", "儲存", "保存"];
    access => ["Access", "存取", "访问"];
    signing_in => ["Signing in", "登入", "登录"];
    history => ["History", "歷程記錄", "历史记录"];
    required_factor => [
        "Second-factor requirement",
        "雙步驟驗證要求",
        "双重验证要求",
    ];
    block => ["Block", "封鎖", "阻止"];
    block_title(name) => ["Block {name}?", "要封鎖 {name} 嗎？", "要阻止 {name} 吗？"];
    block_what => [
        "They're signed out of your organization immediately and can't act for it until you unblock them. Their roles are kept.",
        "此人將立即從貴組織登出，在解除封鎖之前無法代表貴組織行事。角色會保留。",
        "此人将立即从你的组织退出登录，在解除阻止之前无法代表你的组织行事。角色会保留。",
    ];
    unblock => ["Unblock", "解除封鎖", "解除阻止"];
    remove => ["Remove", "移除", "移除"];
    remove_title(name) => [
        "Remove {name} from your organization?",
        "要將 {name} 從貴組織移除嗎？",
        "要将 {name} 从你的组织移除吗？",
    ];
    remove_what => [
        "They lose every role in your organization immediately. The account stays, and what they did stays in the history. To bring them back, invite them again.",
        "此人將立即失去在貴組織的所有角色。帳戶會保留，其操作仍在歷程記錄中。若要恢復，請再次邀請。",
        "此人将立即失去在你的组织的所有角色。帐户会保留，其操作仍在历史记录中。若要恢复，请再次邀请。",
    ];
    remove_customers_what => [
        "They lose every role in your organization immediately, and their licenses are free. What they did stays in the history. You can restore them within 30 days.",
        "此人將立即失去在貴組織的所有角色，其授權可指派給其他人。其操作仍在歷程記錄中。您可以在 30 天內還原。",
        "此人将立即失去在你的组织的所有角色，其许可证可分配给其他人。其操作仍在历史记录中。你可以在 30 天内还原。",
    ];
    reset_password => ["Reset password", "重設密碼", "重置密码"];
    give_password => ["Give a temporary password", "設定臨時密碼", "设置临时密码"];
    reset_password_title(name) => [
        "Email {name} a link to choose a new password?",
        "要以郵件傳送連結，讓 {name} 設定新密碼嗎？",
        "要通过邮件发送链接，让 {name} 设置新密码吗？",
    ];
    reset_password_what => [
        "The link works for 24 hours. The current password stays valid until a new one is chosen. You never see either.",
        "連結在 24 小時內有效。在設定新密碼之前，目前的密碼仍然有效。您不會看到任何密碼。",
        "链接在 24 小时内有效。在设置新密码之前，当前密码仍然有效。你不会看到任何密码。",
    ];
    // A customer's users, for its partners.
    licenses => ["Licenses", "授權", "许可证"];
    temporary_password => ["Temporary password", "臨時密碼", "临时密码"];
    done => ["Done", "完成", "完成"];
    add_customer_user_lead => [
        "The user signs in with a temporary password, which you see once. It has to be changed at the first sign-in.",
        "使用者以臨時密碼登入，該密碼僅向您顯示一次，且必須在首次登入時變更。",
        "用户以临时密码登录，该密码仅向你显示一次，且必须在首次登录时更改。",
    ];
    customer_address_hint => [
        "An address in the customer's domain.",
        "客戶網域中的地址。",
        "客户域中的地址。",
    ];
    password_once => [
        "Save the temporary password now. It won't be shown again. Share it securely; the user has to change it at the first sign-in.",
        "請立即儲存臨時密碼，之後不再顯示。請安全地轉交；使用者必須在首次登入時變更密碼。",
        "请立即保存临时密码，之后不再显示。请安全地转交；用户必须在首次登录时更改密码。",
    ];
    password_gone(account) => [
        "The temporary password of {account} can't be shown again: it is shown once, and only in the browser in which it was made. If it is lost, reset the password.",
        "無法再次顯示 {account} 的臨時密碼：僅在產生該密碼的瀏覽器中顯示一次。若已遺失，請重設密碼。",
        "无法再次显示 {account} 的临时密码：仅在生成该密码的浏览器中显示一次。若已丢失，请重置密码。",
    ];
    help_password_title(name) => [
        "Give {name} a temporary password?",
        "要為 {name} 設定臨時密碼嗎？",
        "要为 {name} 设置临时密码吗？",
    ];
    help_password_what => [
        "They're signed out everywhere, and the current password stops working. You see the temporary one once, and they have to change it at the next sign-in.",
        "此人將從所有地方登出，目前的密碼也將失效。臨時密碼僅向您顯示一次，此人必須在下次登入時變更。",
        "此人将从所有地方退出登录，当前密码也将失效。临时密码仅向你显示一次，此人必须在下次登录时更改。",
    ];
    help_block_what => [
        "They're signed out of the customer's organization immediately and can't act for it until they're unblocked. Roles and licenses are kept.",
        "此人將立即從客戶的組織登出，在解除封鎖之前無法代表其行事。角色與授權會保留。",
        "此人将立即从客户的组织退出登录，在解除阻止之前无法代表其行事。角色和许可证会保留。",
    ];
    help_remove_title(name) => [
        "Remove {name} from the customer's users?",
        "要將 {name} 從客戶的使用者中移除嗎？",
        "要将 {name} 从客户的用户中移除吗？",
    ];
    help_remove_what => [
        "They lose every role at the customer immediately, and their licenses are free. The account stays, and what they did stays in the history. They can be restored within 30 days.",
        "此人將立即失去在客戶組織的所有角色，其授權可指派給其他人。帳戶會保留，其操作仍在歷程記錄中。30 天內可還原。",
        "此人将立即失去在客户组织的所有角色，其许可证可分配给其他人。帐户会保留，其操作仍在历史记录中。30 天内可还原。",
    ];
    // A removed user of a customer.
    removed_users => ["Removed users", "已移除的使用者", "已移除的用户"];
    removed_on => ["Removed on", "移除時間", "移除时间"];
    restorable_until => ["Can be restored until", "可還原至", "可还原至"];
    was_blocked => ["Blocked before, and blocked again", "先前已封鎖，還原後仍封鎖", "之前已阻止，还原后仍阻止"];
    restore => ["Restore", "還原", "还原"];
    restore_title(name) => ["Restore {name}?", "要還原 {name} 嗎？", "要还原 {name} 吗？"];
    restore_what => [
        "The user can act for the customer again, with the roles and the password from before. Licenses are given back as far as they are free.",
        "此使用者可再次代表客戶行事，角色與密碼均與先前相同。授權將在仍有剩餘時恢復。",
        "此用户可再次代表客户行事，角色和密码均与之前相同。许可证将在仍有剩余时恢复。",
    ];
    product => ["Product", "產品", "产品"];
    what_happens => ["When restored", "還原時", "还原时"];
    given_back => ["Given back", "恢復", "恢复"];
    none_left => ["None left: others hold all of them", "已無剩餘：全部由其他人持有", "已无剩余：全部由其他人持有"];
    out_of_use => ["The subscription isn't active", "訂閱未在使用中", "订阅未处于活动状态"];
    held_nothing => [
        "The user held no licenses when removed.",
        "此使用者移除時沒有任何授權。",
        "此用户移除时没有任何许可证。",
    ];
    send_link => ["Send link", "傳送連結", "发送链接"];
    reset_second_factor => ["Reset second factor", "重設雙步驟驗證", "重置双重验证"];
    reset_factor_title(name) => [
        "Remove {name}'s second factor?",
        "要移除 {name} 的雙步驟驗證嗎？",
        "要移除 {name} 的双重验证吗？",
    ];
    reset_factor_what => [
        "First confirm by phone or in person that the request really comes from them. They're signed out everywhere and sign in with only the password until they set up a new second factor.",
        "請先以電話或當面確認確實是本人要求。此人將從所有地方登出，在設定新的雙步驟驗證之前僅以密碼登入。",
        "请先通过电话或当面确认确实是本人要求。此人将从所有地方退出登录，在设置新的双重验证之前仅用密码登录。",
    ];
}
