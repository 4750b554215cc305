//! The second factor: the code at sign-in, and its page in the settings.

use crate::i18n::messages;

messages! {
    required_title => ["Second-factor requirement", "雙步驟驗證要求", "双重验证要求"];
    required_program => [
        "Required by the program operator.",
        "計畫營運者要求使用。",
        "计划运营方要求使用。",
    ];
    required_by(organization) => [
        "Required by {organization}.",
        "{organization} 要求使用。",
        "{organization} 要求使用。",
    ];
    title => ["Second factor", "雙步驟驗證", "双重验证"];
    code_title => ["Confirm it's you", "確認是您本人", "确认是你本人"];
    code_lead => [
        "Your password is correct. Your account also requires a code. Open your authenticator app and enter the code it shows.",
        "密碼正確。您的帳戶還需要驗證碼：請開啟驗證器應用程式並輸入顯示的驗證碼。",
        "密码正确。你的帐户还需要验证码：请打开验证器应用并输入显示的验证码。",
    ];
    either_lead => [
        "Your password is correct. Your account also requires a passkey or a code from your authenticator app.",
        "密碼正確。您的帳戶還需要確認：請使用通行金鑰，或輸入驗證器應用程式顯示的驗證碼。",
        "密码正确。你的帐户还需要确认：请使用通行密钥，或输入验证器应用显示的验证码。",
    ];
    passkey_lead => [
        "Your password is correct. Your account also requires a passkey. If you don't have it, enter one of your recovery codes.",
        "密碼正確。您的帳戶還需要通行金鑰。如果無法使用，請輸入一個復原碼。",
        "密码正确。你的帐户还需要通行密钥。如果无法使用，请输入一个恢复代码。",
    ];
    recovery_lead => [
        "Your password is correct. Your account also requires a passkey, which you can't use here. Enter one of your recovery codes.",
        "密碼正確。您的帳戶還需要通行金鑰，但在此無法使用：請輸入一個復原碼。",
        "密码正确。你的帐户还需要通行密钥，但在此无法使用：请输入一个恢复代码。",
    ];
    with_passkey => ["Use a passkey", "使用通行金鑰", "使用通行密钥"];
    needs_script => [
        "Passkeys need JavaScript, which is turned off in this browser.",
        "通行金鑰需要 JavaScript，而此瀏覽器已關閉 JavaScript。",
        "通行密钥需要 JavaScript，而此浏览器已关闭 JavaScript。",
    ];
    unconfirmed => [
        "We couldn't confirm a passkey. Try again or use another method.",
        "沒有確認任何通行金鑰。請再試一次，或改用其他方式。",
        "没有确认任何通行密钥。请重试，或改用其他方式。",
    ];
    fill_in_first => [
        "Fill in the fields above first.",
        "請先填寫上方的欄位。",
        "请先填写上方的字段。",
    ];
    no_answer => [
        "No passkey responded within two minutes. Try again or use another method.",
        "兩分鐘內沒有通行金鑰回應。請再試一次，或改用其他方式。",
        "两分钟内没有通行密钥响应。请重试，或改用其他方式。",
    ];
    held => [
        "This device already has a passkey for your account.",
        "此裝置已有您帳戶的通行金鑰。",
        "此设备已有你帐户的通行密钥。",
    ];
    unable => [
        "This browser can't use passkeys here. Use an up-to-date browser or another method.",
        "此瀏覽器無法在此使用通行金鑰。請使用最新版本的瀏覽器，或改用其他方式。",
        "此浏览器无法在此使用通行密钥。请使用最新版本的浏览器，或改用其他方式。",
    ];
    code => ["Code", "驗證碼", "验证码"];
    recovery_code_hint => [
        "Enter one of your recovery codes.",
        "您的一個復原碼。",
        "你的一个恢复代码。",
    ];
    code_hint => [
        "Enter the six digits from the app. If you don't have the app, enter one of your recovery codes.",
        "應用程式顯示的六位數字。無法使用應用程式時，可輸入一個復原碼。",
        "应用显示的六位数字。无法使用应用时，可输入一个恢复代码。",
    ];
    app_code_hint => [
        "Enter the six digits the app shows now.",
        "應用程式目前顯示的六位數字。",
        "应用当前显示的六位数字。",
    ];
    go_on => ["Continue", "繼續", "继续"];
    lost => ["Can't use any of these?", "以上方式都無法使用？", "以上方式都无法使用？"];
    lost_step => [
        "The people who run this portal can remove the second factor from your account after they verify your identity.",
        "此入口網站的管理者在確認是您本人之後，可以移除您帳戶的雙步驟驗證。",
        "此门户的管理者在确认是你本人之后，可以移除你帐户的双重验证。",
    ];
    begin_again => ["Use another account", "使用其他帳戶", "使用其他帐户"];

    lead => [
        "With a second factor, your password alone is not enough to sign in. You also need a code from an app or a passkey.",
        "開啟雙步驟驗證後，僅憑密碼無法登入：還需要應用程式的驗證碼或通行金鑰。",
        "开启双重验证后，仅凭密码无法登录：还需要应用的验证码或通行密钥。",
    ];
    off_now => [
        "The second factor is off. Anyone who learns your password can sign in as you.",
        "目前已關閉。任何得知您密碼的人都可以您的身分登入。",
        "当前已关闭。任何得知你密码的人都可以以你的身份登录。",
    ];
    app => ["Authenticator app", "驗證器應用程式", "验证器应用"];
    off_need => [
        "An app on your phone that shows six-digit codes. Most password managers can do this too.",
        "手機上能顯示六位數驗證碼的應用程式。大多數密碼管理員也可以。",
        "手机上能显示六位验证码的应用。大多数密码管理器也可以。",
    ];
    passkey => ["Passkey", "通行金鑰", "通行密钥"];
    new_passkey => ["New passkey", "新的通行金鑰", "新的通行密钥"];
    new_passkey_lead => [
        "A passkey is stored on your device, in your password manager, or on a security key. It asks for your fingerprint, your face, or a PIN. It works only on this portal, so no one can trick you into giving it away.",
        "通行金鑰保存在您的裝置、密碼管理員或安全性金鑰中，並要求指紋、臉部或 PIN。它只在此入口網站有效，因此他人無法騙取。",
        "通行密钥保存在你的设备、密码管理器或安全密钥中，并要求指纹、面容或 PIN。它只在此门户有效，因此他人无法骗取。",
    ];
    passkey_name => ["Name", "名稱", "名称"];
    passkey_name_hint => [
        "So you can recognize it, such as Laptop or Security key.",
        "用於與其他通行金鑰區分：筆記型電腦、手機、鑰匙圈上的金鑰。",
        "用于与其他通行密钥区分：笔记本电脑、手机、钥匙圈上的密钥。",
    ];
    add_passkey => ["Add passkey", "新增通行金鑰", "添加通行密钥"];
    add_more => ["Add another", "新增其他驗證方式", "添加其他验证方式"];
    prove_first => [
        "First, confirm it's you with a method you already have. Then you have 15 minutes to add an app or a passkey.",
        "請先以現有方式確認是您本人，之後十五分鐘內可新增應用程式或通行金鑰。",
        "请先用现有方式确认是你本人，之后十五分钟内可添加应用或通行密钥。",
    ];
    factors => ["Your methods", "您的驗證方式", "你的验证方式"];
    factors_lead => [
        "You can use any of these when you sign in.",
        "登入時使用其中任何一種即可。",
        "登录时使用其中任何一种即可。",
    ];
    only_factor_lead => [
        "Add another method so that you aren't locked out if you lose this one. You can't remove your only method, but you can turn the second factor off.",
        "請再新增一種，以免遺失時無法登入。唯一的方式無法移除：請改為關閉雙步驟驗證。",
        "请再添加一种，以免丢失时无法登录。唯一的方式无法移除：请改为关闭双重验证。",
    ];
    last_used => ["Last used", "上次使用", "上次使用"];
    remove(name) => ["Remove {name}", "移除 {name}", "移除 {name}"];
    remove_it => ["Remove", "移除", "移除"];
    remove_with_passkey => ["Remove with a passkey", "使用通行金鑰移除", "使用通行密钥移除"];
    renew_with_passkey => ["Create codes with a passkey", "使用通行金鑰建立", "使用通行密钥创建"];
    turn_off_with_passkey => ["Turn off with a passkey", "使用通行金鑰關閉", "使用通行密钥关闭"];
    set_up => ["Set up", "設定", "设置"];
    scan_title => ["Add the secret to your app", "將密鑰提供給應用程式", "将密钥提供给应用"];
    scan_lead => [
        "Scan this QR code with the app. If you can't scan it, enter the secret below it. This browser shows it for one hour.",
        "請使用應用程式掃描此 QR 碼。如果無法掃描，請改為輸入下方的密鑰。它會在此瀏覽器中顯示一小時。",
        "请使用应用扫描此二维码。如果无法扫描，请改为输入下方的密钥。它会在此浏览器中显示一小时。",
    ];
    picture => [
        "QR code with the secret, which is also shown as text below",
        "包含密鑰的 QR 碼，下方有文字形式的密鑰",
        "包含密钥的二维码，下方有文本形式的密钥",
    ];
    secret => ["Secret", "密鑰", "密钥"];
    open_app => ["Open in an app on this device", "在此裝置的應用程式中開啟", "在此设备的应用中打开"];
    confirm_title => ["Enter a code from the app", "輸入應用程式的驗證碼", "输入应用的验证码"];
    confirm_lead => [
        "Nothing changes until you do this. When you add your first method, we sign out your other sessions and give you recovery codes in case you lose it.",
        "在此之前不會有任何變更。新增第一種驗證方式後，您的其他工作階段會結束，並取得復原碼，以備不時之需。",
        "在此之前不会有任何更改。添加第一种验证方式后，你的其他会话会结束，并获得恢复代码，以备不时之需。",
    ];
    add_app => ["Add app", "新增應用程式", "添加应用"];

    state => ["State", "狀態", "状态"];
    on => ["On", "已開啟", "已开启"];
    since => ["Set up", "設定時間", "设置时间"];
    left => ["Recovery codes left", "剩餘復原碼", "剩余恢复代码"];
    few_left => [
        "You're running low on recovery codes. Create new ones before you need them.",
        "您的復原碼所剩不多。請在需要之前建立新的復原碼。",
        "你的恢复代码所剩不多。请在需要之前创建新的恢复代码。",
    ];
    renew => ["Create new recovery codes", "建立新的復原碼", "创建新的恢复代码"];
    renew_lead => [
        "You get ten new codes. Your old codes stop working.",
        "您會取得十個新的復原碼，先前的復原碼將失效。",
        "你会获得十个新的恢复代码，之前的恢复代码将失效。",
    ];
    turn_off => ["Turn off", "關閉", "关闭"];
    turn_off_lead => [
        "After this, you sign in with only your password. We notify you by email.",
        "之後僅憑密碼即可登入。您會收到郵件通知。",
        "之后仅凭密码即可登录。你会收到邮件通知。",
    ];

    codes_title => ["Recovery codes", "復原碼", "恢复代码"];
    codes_once => [
        "We show these codes only once. Copy or print them, and keep them where you can find them without your devices.",
        "這些復原碼只會顯示這一次。請複製或列印，並保存在沒有裝置也找得到的地方。",
        "这些恢复代码只会显示这一次。请复制或打印，并保存在没有设备也找得到的地方。",
    ];
    codes_how => [
        "Each code signs you in once, in place of a code from the app or a passkey.",
        "每個復原碼可代替應用程式的驗證碼或通行金鑰登入一次。",
        "每个恢复代码可代替应用的验证码或通行密钥登录一次。",
    ];
    codes_of(account) => ["Work account: {account}", "工作帳戶：{account}", "工作帐户：{account}"];
    codes_gone => [
        "We show recovery codes only once, when you create them. If you've lost them, create new ones.",
        "復原碼只在建立時顯示一次。如果遺失，請建立新的復原碼。",
        "恢复代码只在创建时显示一次。如果丢失，请创建新的恢复代码。",
    ];
    codes_kept => ["I've saved these codes", "我已保存這些復原碼", "我已保存这些恢复代码"];
}
