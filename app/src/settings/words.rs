//! The words of this area.

use crate::i18n::messages;

messages! {
    password => ["Password", "密碼", "密码"];
    temporary_password => ["Temporary", "暫時密碼", "临时密码"];
    changed => ["Changed", "變更於", "更改于"];
    never_changed => ["Not changed yet", "尚未變更", "尚未更改"];
    factor_about => [
        "A code or a passkey in addition to your password",
        "密碼之外的驗證碼或通行金鑰",
        "密码之外的验证码或通行密钥",
    ];
    factor_on => ["On", "已開啟", "已开启"];
    factor_off => ["Off", "已關閉", "已关闭"];
    one_code_left => ["1 recovery code left", "剩餘 1 個復原碼", "剩余 1 个恢复代码"];
    codes_left(left) => ["{left} recovery codes left", "剩餘 {left} 個復原碼", "剩余 {left} 个恢复代码"];
    sessions_about => [
        "Where you're signed in, and recent sign-ins",
        "您目前登入的位置，以及最近登入記錄",
        "你当前登录的位置，以及最近登录记录",
    ];
    only_session => ["1 active session", "1 個工作階段", "1 个会话"];
    several_sessions(count) => ["{count} active sessions", "{count} 個工作階段", "{count} 个会话"];

    account_settings => ["Account settings", "帳戶設定", "帐户设置"];
    profile_about => [
        "MPN ID, legal business profile, and program status",
        "MPN ID、法律商務設定檔，以及在計畫中的資格",
        "MPN ID、法定企业档案，以及在计划中的资格",
    ];
    profile_about_customer => [
        "Legal business profile and legal location",
        "法律商務設定檔與法定所在地",
        "法定企业档案和法定所在地",
    ];
    mpn_id(mpn) => ["MPN ID {mpn}", "MPN ID {mpn}", "MPN ID {mpn}"];
    no_mpn_id => ["No MPN ID", "沒有 MPN ID", "没有 MPN ID"];
    users_about => [
        "Everyone who can act for your organization, and their roles",
        "可代表貴組織行事的所有人及其角色",
        "可代表你的组织行事的所有人及其角色",
    ];
    customer_groups => ["Customer groups", "客戶群組", "客户组"];
    customer_groups_about => [
        "Sort customers into groups, and limit which ones users can see",
        "將客戶分組，並限制使用者可見的客戶",
        "将客户分组，并限制用户可见的客户",
    ];
    no_groups => ["No groups", "沒有群組", "没有组"];
    one_group => ["1 group", "1 個群組", "1 个组"];
    several_groups(count) => ["{count} groups", "{count} 個群組", "{count} 个组"];
    enrollment => ["Enrollment", "註冊", "注册"];
    enrollment_about => [
        "Progress of your enrollment as an indirect reseller, and the details you entered",
        "您註冊為間接經銷商的進度，以及您輸入的內容",
        "你注册为间接经销商的进度，以及你输入的内容",
    ];
    not_started => ["Not started", "尚未開始", "尚未开始"];
    required_about => [
        "Which users of your organization need a second factor",
        "貴組織中哪些使用者需要雙步驟驗證",
        "贵组织中哪些用户需要双重验证",
    ];
    required_of_nobody => ["Not required", "不要求", "不要求"];
    required_of_admins => ["Required for admins", "要求管理員使用", "要求管理员使用"];
    required_of_roles => ["Required for certain roles", "要求特定角色使用", "要求特定角色使用"];
    required_of_everybody => ["Required for everyone", "要求所有人使用", "要求所有人使用"];
    one_without => ["1 user without one", "1 位使用者尚未設定", "1 位用户尚未设置"];
    several_without(count) => ["{count} users without one", "{count} 位使用者尚未設定", "{count} 位用户尚未设置"];
}
