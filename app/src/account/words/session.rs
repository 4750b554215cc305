//! Settings and the list of the caller's sessions.

use crate::i18n::messages;

messages! {
    latest_listed(count) => [
        "Showing the latest {count}. Ending all others also ends the sessions not shown.",
        "僅列出最近的 {count} 個。結束所有其他工作階段時，其餘的也會結束。",
        "仅列出最近的 {count} 个。结束所有其他会话时，其余的也会结束。",
    ];
    password => ["Password", "密碼", "密码"];
    factor_about => [
        "A code or a passkey in addition to your password",
        "密碼之外的驗證碼或通行金鑰",
        "密码之外的验证码或通行密钥",
    ];
    factor_on => ["On", "已開啟", "已开启"];
    factor_off => ["Off", "已關閉", "已关闭"];
    codes_left(left) => ["{left} recovery codes left", "剩餘 {left} 個復原碼", "剩余 {left} 个恢复代码"];
    sessions_about => [
        "Where you're signed in, and recent sign-ins",
        "您目前登入的位置，以及最近登入記錄",
        "你当前登录的位置，以及最近登录记录",
    ];
    only_session => ["1 active session", "1 個工作階段", "1 个会话"];
    several_sessions(count) => ["{count} active sessions", "{count} 個工作階段", "{count} 个会话"];
    required_about => [
        "Which users of your organization need a second factor",
        "貴組織中哪些使用者需要雙步驟驗證",
        "贵组织中哪些用户需要双重验证",
    ];
    sessions_title => ["Sessions", "工作階段", "会话"];
    sessions_lead => [
        "Where your account is signed in now. If you don't recognize a session, end it, then change your password.",
        "您的帳戶目前登入的位置。請結束您不認得的工作階段，然後變更密碼。",
        "你的帐户当前登录的位置。请结束你不认识的会话，然后更改密码。",
    ];
    browser => ["Browser", "瀏覽器", "浏览器"];
    signed_in => ["Signed in", "登入時間", "登录时间"];
    last_used => ["Last used", "上次使用", "上次使用"];
    action => ["Action", "動作", "操作"];
    this_one => ["This session", "目前這個", "当前会话"];
    end => ["End session", "結束工作階段", "结束会话"];
    end_named(browser) => ["End session in {browser}", "結束工作階段：{browser}", "结束会话：{browser}"];
    end_others => ["End all others", "結束所有其他工作階段", "结束所有其他会话"];
    sign_ins_title => ["Recent sign-ins", "最近登入記錄", "最近登录记录"];
    sign_ins_lead => [
        "Attempts to sign in to your account, and changes to how you sign in, in the last 90 days. If you don't recognize one, change your password.",
        "最近 90 天內登入您帳戶的嘗試，以及登入方式的變更。如果其中有不是您本人所為，請變更密碼。",
        "最近 90 天内登录你帐户的尝试，以及登录方式的更改。如果其中有不是你本人所为，请更改密码。",
    ];
    when => ["When", "時間", "时间"];
    outcome => ["Outcome", "結果", "结果"];
    address => ["Network address", "網路位址", "网络地址"];
    outcome_signed_in => ["Signed in", "已登入", "已登录"];
    outcome_wrong_password => ["Wrong password", "密碼錯誤", "密码错误"];
    outcome_wrong_second_factor => ["Wrong code or passkey", "驗證碼或通行金鑰錯誤", "验证码或通行密钥错误"];
    outcome_too_many_attempts => ["Refused: too many attempts", "已拒絕：嘗試次數過多", "已拒绝：尝试次数过多"];
    outcome_password_link_sent => [
        "An admin sent a link to choose a new password",
        "管理員傳送了設定新密碼的連結",
        "管理员发送了设置新密码的链接",
    ];
    outcome_second_factor_reset => [
        "An admin removed the second factor",
        "管理員移除了雙步驟驗證",
        "管理员移除了双重验证",
    ];
    outcome_access_changed => [
        "An admin changed your access",
        "管理員變更了您的存取權",
        "管理员更改了你的访问权限",
    ];
    account_settings => ["Account settings", "帳戶設定", "帐户设置"];
    organization_profile => ["Organization profile", "組織設定檔", "组织资料"];
    organization_profile_about => [
        "MPN ID, legal business profile, and place in the program",
        "MPN ID、法律商務設定檔，以及在方案中的資格",
        "MPN ID、法定企业档案，以及在计划中的资格",
    ];
    user_management => ["User management", "使用者管理", "用户管理"];
    enrollment => ["Enrollment", "註冊", "注册"];
    enrollment_about => [
        "How far your enrollment as an indirect reseller is, and what you entered",
        "您註冊為間接經銷商的進度，以及您輸入的內容",
        "你注册为间接经销商的进度，以及你输入的内容",
    ];
    customer_groups => ["Customer groups", "客戶群組", "客户组"];
    customer_groups_about => [
        "Sort customers, and narrow what users see to some of them",
        "將客戶分組，並限制使用者可見的客戶",
        "将客户分组，并限制用户可见的客户",
    ];
    user_management_about => [
        "Everyone who can act for your organization, and their roles",
        "可代表貴組織行事的所有人及其角色",
        "可代表你的组织行事的所有人及其角色",
    ];
    outcome_password_changed => ["Password changed", "已變更密碼", "已更改密码"];
    outcome_second_factor_changed => ["Second factor changed", "已變更雙步驟驗證", "已更改双重验证"];
    no_sign_ins => ["No attempts yet.", "尚無任何嘗試。", "尚无任何尝试。"];
    unknown_browser => ["Unknown browser", "未知的瀏覽器", "未知浏览器"];
}
