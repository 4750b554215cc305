//! The second factor: the code at sign-in, and its page in the settings.

use crate::i18n::messages;

messages! {
    title => ["Second factor", "雙步驟驗證", "双重验证"];
    code_title => ["Enter your code", "輸入驗證碼", "输入验证码"];
    code_lead => [
        "Your password was right. Your account asks for a code as well: open your authenticator app and enter what it shows.",
        "密碼正確。您的帳戶還需要驗證碼：請開啟驗證器應用程式並輸入顯示的驗證碼。",
        "密码正确。你的帐户还需要验证码：请打开验证器应用并输入显示的验证码。",
    ];
    code => ["Code", "驗證碼", "验证码"];
    code_hint => [
        "Six digits from the app. Without the app, one of your recovery codes.",
        "應用程式顯示的六位數字。無法使用應用程式時，可輸入一個復原碼。",
        "应用显示的六位数字。无法使用应用时，可输入一个恢复代码。",
    ];
    app_code_hint => [
        "Six digits, as the app shows them now.",
        "應用程式目前顯示的六位數字。",
        "应用当前显示的六位数字。",
    ];
    go_on => ["Continue", "繼續", "继续"];
    lost => ["Neither app nor recovery codes?", "應用程式和復原碼都無法使用？", "应用和恢复代码都无法使用？"];
    lost_step => [
        "Whoever runs this portal can take the second factor of your account away, once they are sure that it is you who asks.",
        "此入口網站的管理者在確認是您本人之後，可以移除您帳戶的雙步驟驗證。",
        "此门户的管理者在确认是你本人之后，可以移除你帐户的双重验证。",
    ];
    begin_again => ["Sign in as somebody else", "以其他身分登入", "以其他身份登录"];

    lead => [
        "With a second factor, your password alone does not sign in: a code from an app on your phone is asked for too.",
        "開啟雙步驟驗證後，僅憑密碼無法登入：還需要手機應用程式中的驗證碼。",
        "开启双重验证后，仅凭密码无法登录：还需要手机应用中的验证码。",
    ];
    off_now => [
        "It is off. Whoever learns your password can sign in as you.",
        "目前已關閉。任何得知您密碼的人都可以您的身分登入。",
        "当前已关闭。任何得知你密码的人都可以以你的身份登录。",
    ];
    off_need => [
        "You need an authenticator app that shows codes of six digits. Most password managers can do it too.",
        "您需要能顯示六位數驗證碼的驗證器應用程式。大多數密碼管理員也可以。",
        "你需要能显示六位验证码的验证器应用。大多数密码管理器也可以。",
    ];
    set_up => ["Set up", "設定", "设置"];
    scan_title => ["Give the secret to your app", "將密鑰提供給應用程式", "将密钥提供给应用"];
    scan_lead => [
        "Scan this picture with the app. If you cannot, type the secret below it instead. It is shown in this browser for an hour.",
        "請使用應用程式掃描此圖片。如果無法掃描，請改為輸入下方的密鑰。它會在此瀏覽器中顯示一小時。",
        "请使用应用扫描此图片。如果无法扫描，请改为输入下方的密钥。它会在此浏览器中显示一小时。",
    ];
    picture => [
        "QR code with the secret, which stands below it as text",
        "包含密鑰的 QR 碼，下方有文字形式的密鑰",
        "包含密钥的二维码，下方有文本形式的密钥",
    ];
    secret => ["Secret", "密鑰", "密钥"];
    open_app => ["Open it in an app on this device", "在此裝置的應用程式中開啟", "在此设备的应用中打开"];
    confirm_title => ["Show that the app has it", "確認應用程式已取得密鑰", "确认应用已取得密钥"];
    confirm_lead => [
        "Nothing changes before this. Then your other sessions end, and you get recovery codes for the day on which you are without your phone.",
        "在此之前不會有任何變更。確認之後，您的其他工作階段會結束，並取得復原碼，以備手機不在身邊時使用。",
        "在此之前不会有任何更改。确认之后，你的其他会话会结束，并获得恢复代码，以备手机不在身边时使用。",
    ];
    turn_on => ["Turn on", "開啟", "开启"];

    state => ["State", "狀態", "状态"];
    on => ["On", "已開啟", "已开启"];
    since => ["Set up", "設定時間", "设置时间"];
    left => ["Recovery codes left", "剩餘復原碼", "剩余恢复代码"];
    few_left => [
        "You have few recovery codes left. Make new ones before you need them.",
        "您的復原碼所剩不多。請在需要之前建立新的復原碼。",
        "你的恢复代码所剩不多。请在需要之前创建新的恢复代码。",
    ];
    renew => ["New recovery codes", "新的復原碼", "新的恢复代码"];
    renew_lead => [
        "You get ten new ones. Those from before do not work any more then.",
        "您會取得十個新的復原碼，先前的復原碼將失效。",
        "你会获得十个新的恢复代码，之前的恢复代码将失效。",
    ];
    turn_off => ["Turn off", "關閉", "关闭"];
    turn_off_lead => [
        "Your password alone signs in then. You are told by mail.",
        "之後僅憑密碼即可登入。您會收到郵件通知。",
        "之后仅凭密码即可登录。你会收到邮件通知。",
    ];

    codes_title => ["Recovery codes", "復原碼", "恢复代码"];
    codes_once => [
        "These codes are shown this once. Copy or print them, and keep them where you find them without your phone.",
        "這些復原碼只會顯示這一次。請複製或列印，並保存在沒有手機也找得到的地方。",
        "这些恢复代码只会显示这一次。请复制或打印，并保存在没有手机也找得到的地方。",
    ];
    codes_how => [
        "Each signs you in once, in the place of a code from the app.",
        "每個復原碼可代替應用程式的驗證碼登入一次。",
        "每个恢复代码可代替应用的验证码登录一次。",
    ];
    codes_of(account) => ["Work account: {account}", "工作帳戶：{account}", "工作帐户：{account}"];
    codes_gone => [
        "Recovery codes are shown once, when they are made. If you have lost them, make new ones.",
        "復原碼只在建立時顯示一次。如果遺失，請建立新的復原碼。",
        "恢复代码只在创建时显示一次。如果丢失，请创建新的恢复代码。",
    ];
    codes_kept => ["I have kept them", "我已保存", "我已保存"];
}
