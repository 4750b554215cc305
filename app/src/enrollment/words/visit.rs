//! The words of the pages before an enrollment begins: the program, **Welcome**, the work account.

use crate::i18n::messages;

messages! {
    start_title => [
        "The Cloud Solution Provider program",
        "雲端解決方案提供者計畫",
        "云解决方案提供商计划",
    ];
    start_lead => [
        "As an indirect reseller, you sell cloud services to your customers together with an indirect provider, which handles support, billing, and the direct relationship with the program.",
        "身為間接經銷商，您與間接提供者合作，向客戶銷售雲端服務；間接提供者與計畫有直接關係，並提供支援與帳單服務。",
        "作为间接经销商，你与间接提供商合作，向客户销售云服务；间接提供商与计划有直接关系，并提供支持和计费服务。",
    ];
    start_description => [
        "How to become an indirect reseller in the Cloud Solution Provider program: enroll your company, sign the agreement, partner with an indirect provider, and sell to your customers.",
        "如何成為雲端解決方案提供者計畫的間接經銷商：註冊您的公司、簽署合約、與間接提供者合作，並向客戶銷售。",
        "如何成为云解决方案提供商计划的间接经销商：注册你的公司、签署协议、与间接提供商合作，并向客户销售。",
    ];
    how => ["How it works", "運作方式", "运作方式"];
    how_enroll(from, to) => [
        "Enroll your company as an indirect reseller. The review takes {from} to {to} business days.",
        "將您的公司註冊為間接經銷商。審查需要 {from} 至 {to} 個工作天。",
        "将你的公司注册为间接经销商。审核需要 {from} 到 {to} 个工作日。",
    ];
    how_sign => [
        "Sign the agreement as a global admin.",
        "以全域管理員身分簽署合約。",
        "以全局管理员身份签署协议。",
    ];
    how_partner => [
        "Partner with one or more indirect providers in your region.",
        "與您所在地區的一個或多個間接提供者合作。",
        "与你所在区域的一个或多个间接提供商合作。",
    ];
    how_sell => [
        "Invite your customers and order subscriptions for them.",
        "邀請您的客戶，並為他們訂購訂閱。",
        "邀请你的客户，并为他们订购订阅。",
    ];
    enroll => ["Enroll", "註冊", "注册"];
    new_here => ["New to the program?", "第一次使用此計畫？", "首次使用此计划？"];

    welcome_lead => [
        "You may want to take a few minutes to gather these items before you get started. You can stop at any step and continue later, even on another device.",
        "您可能會需要幾分鐘來收集這些項目，才能開始進行。您可以在任何步驟停下，稍後在其他裝置上繼續。",
        "在开始之前，你可能需要几分钟时间收集这些信息。你可以在任何步骤停下，稍后在其他设备上继续。",
    ];
    needed => ["What you'll need", "您需要的資訊", "你需要的信息"];
    need_account => [
        "Global administrator credentials for your work account",
        "工作帳戶的全域管理員認證",
        "你的工作帐户的全局管理员凭据",
    ];
    need_account_why => [
        "If you don't have a work account, you can create one during the enrollment process.",
        "如果您沒有工作帳戶，您可以在註冊程序期間建立。",
        "如果没有工作帐户，可以在注册过程中创建一个。",
    ];
    need_mpn => [
        "The user name and password of your membership account",
        "您的會員帳戶的使用者名稱和密碼",
        "用于登录会员帐户的用户名和密码",
    ];
    need_mpn_why => [
        "We use this information to link your company's Partner Network ID (MPN ID) with your new account. You can postpone this step, but without it you can't sign the agreement or transact.",
        "我們會使用此資訊來連結您公司的合作夥伴網路 ID (MPN ID) 與新帳戶。您可以延後此步驟，但在完成之前無法簽署合約或進行交易。",
        "我们使用此信息将贵公司的合作伙伴网络 ID (MPN ID) 与新帐户相关联。你可以推迟此步骤，但在完成之前无法签署协议或进行交易。",
    ];
    need_company => [
        "Your company's legal business name, address, primary contact, and support details",
        "您組織的法律公司名稱、地址、主要連絡人，以及支援詳細資料",
        "所在公司的合法名称、地址、主要联系人和详细支持资料",
    ];
    need_company_why => [
        "We need this information to confirm that your company exists and that you are authorized to act on its behalf. The primary contact needs an email address in your company's own domain.",
        "我們需要此資訊來確認您的公司存在，且您獲得授權代表公司行使。主要連絡人需要公司自有網域的電子郵件地址。",
        "我们需要此信息以确认贵公司存在，并且你有权代表组织行事。主要联系人需要公司自有域的电子邮件地址。",
    ];
    review_takes(from, to) => [
        "It takes us {from} to {to} business days to review and verify the information you've provided. We'll email your primary contact when we've completed our review.",
        "審查並確認您所提供的資訊需要 {from} 至 {to} 個工作天。審查完成後，我們會傳送電子郵件通知您的主要連絡人。",
        "审查并验证你所提供的信息需要 {from} 到 {to} 个工作日。完成审查后，我们将通过电子邮件通知你的主要联系人。",
    ];
    known_already => [
        "If your company is already in the program with another capability, you only need to provide customer support contact information.",
        "如果您的公司已以其他身分加入計畫，您只需要提供客戶支援連絡資訊。",
        "如果你的公司已以其他身份加入计划，则只需提供客户支持联系人信息。",
    ];
    next => ["Next", "下一步", "下一步"];

    account_lead => [
        "Sign in using your work account: the user name and password that you use as a global admin.",
        "以您的工作帳戶登入：您身為全域管理員所使用的使用者名稱和密碼。",
        "使用你的工作帐户登录，即你作为全局管理员使用的用户名和密码。",
    ];
    account_none => [
        "If you don't have a work account, select Create one to set one up now.",
        "如果您沒有工作帳戶，請選取「建立新的租用戶」立即設定。",
        "如果没有工作帐户，则选择“创建一个”，立即设置一个工作帐户。",
    ];
    create_one => ["Create one", "建立新的租用戶", "创建一个"];
    account_signed_in(user, organization) => [
        "You're signed in as {user} for {organization}.",
        "您已以 {user} 的身分代表 {organization} 登入。",
        "你已以 {user} 的身份代表 {organization} 登录。",
    ];
    account_may_not => [
        "This account can't enroll its organization. A global admin of the organization can.",
        "此帳戶無法為其組織註冊。請由該組織的全域管理員註冊。",
        "此帐户无法为其组织注册。请由该组织的全局管理员注册。",
    ];
    go_on => ["Continue with this account", "使用此帳戶繼續", "使用此帐户继续"];
    another_account => [
        "To use another account, sign out first.",
        "如要使用其他帳戶，請先登出。",
        "若要使用其他帐户，请先退出登录。",
    ];

    create_title => ["Create a work account", "建立工作帳戶", "创建工作帐户"];
    create_lead => [
        "This creates your company's tenant, with you as its first global admin. Nothing is submitted yet.",
        "這會建立貴公司的租用戶及其第一位全域管理員：您。目前不會送出任何資料。",
        "这会创建贵公司的租户及其第一位全局管理员：你。目前不会提交任何内容。",
    ];
    create => ["Create account", "建立帳戶", "创建帐户"];
}
