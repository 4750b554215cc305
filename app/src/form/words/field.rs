//! Problems of fields, in words.

use tierline_core::text::{TextError, TextKind};

use crate::i18n::{messages, worded_codes};

worded_codes! {
    /// The problem with a field's value.
    pub enum FieldProblem {
        Empty = "empty" => empty,
        Required = "required" => empty,
        Missing = "missing" => empty,
        TooLong = "too_long" => too_long,
        NotTicked = "not_ticked" => not_ticked,
        Credentials = "credentials" => credentials,
        CurrentPassword = "current_password" => current_password,
        WrongCode = "wrong_code" => wrong_code,
        WrongPasskey = "wrong_passkey" => wrong_passkey,
        PasskeyHeld = "passkey_held" => passkey_held,
        NoPasskey = "no_passkey" => no_passkey,
        NoPasskeysHere = "no_passkeys_here" => no_passkeys_here,
        PasskeyNeedsScript = "passkey_needs_script" => passkey_needs_script,
        ProveFirst = "prove_first" => prove_first,
        LastFactor = "last_factor" => last_factor,
        WrongAppCode = "wrong_app_code" => wrong_app_code,
        CodeExpired = "code_expired" => code_expired,
        PasswordTooShort = "password_too_short" => password_too_short,
        PasswordTooLong = "password_too_long" => password_too_long,
        PasswordCommon = "password_common" => password_common,
        PasswordOwn = "password_own" => password_own,
        PasswordSame = "password_same" => password_same,
        PasswordsDiffer = "passwords_differ" => passwords_differ,
        TooShort = "too_short" => too_short,
        NotANumber = "not_a_number" => not_a_number,
        MalformedEmail = "malformed_email" => malformed_email,
        SeveralEmails = "several_emails" => several_emails,
        /// The character stands behind the words.
        EmailCharacter = "email_character" => email_character,
        /// The character stands behind the words.
        DomainCharacter = "domain_character" => domain_character,
        MalformedEmailDomain = "malformed_email_domain" => malformed_email_domain,
        MalformedTenantPrefix = "malformed_tenant_prefix" => malformed_tenant_prefix,
        ControlCharacters = "control_characters" => control_characters,
        UnknownCountry = "unknown_country" => unknown_country,
        DomainTaken = "domain_taken" => domain_taken,
        /// For whoever makes its own tenant.
        OwnDomainTaken = "own_domain_taken" => own_domain_taken,
        NotInDomain = "not_in_domain" => not_in_domain,
        OtherRegion = "other_region" => other_region,
        MpnTaken = "mpn_taken" => mpn_taken,
        UserNameTaken = "user_name_taken" => user_name_taken,
        OutOfRange = "out_of_range" => out_of_range,
        BelowMinimum = "below_minimum" => below_minimum,
        QuantityOutside = "quantity_outside" => quantity_outside,
        CustomerMaximum = "customer_maximum" => customer_maximum,
        OnePerCustomer = "one_per_customer" => one_per_customer,
        ProductNotSold = "product_not_sold" => product_not_sold,
        BaseMissing = "base_missing" => base_missing,
        NoLines = "no_lines" => no_lines,
        NoRoles = "no_roles" => no_roles,
        NoCapabilities = "no_capabilities" => no_capabilities,
        LinkMissing = "link_missing" => link_missing,
        MalformedPhoneNumber = "malformed_phone_number" => malformed_phone_number,
        MalformedName = "malformed_name" => malformed_name,
        MalformedUserName = "malformed_user_name" => malformed_user_name,
        MalformedDomain = "malformed_domain" => not_valid,
        MalformedUrl = "malformed_url" => malformed_url,
        MalformedMpnId = "malformed_mpn_id" => not_valid,
        WebMail = "web_mail" => web_mail,
        DisposableMail = "disposable_mail" => disposable_mail,
        AppealEmpty = "appeal_empty" => appeal_empty,
        /// The bounds are in the words, where they are known.
        OutsideBounds = "outside_bounds" => outside_bounds,
        NoWorkingDay = "no_working_day" => no_working_day,
        /// For a reviewer, whose note is in the mail that is sent.
        MailChanged = "mail_changed" => mail_changed,
        FileTooLarge = "file_too_large" => file_too_large,
        FileNotText = "file_not_text" => file_not_text,
        FileAndText = "file_and_text" => file_and_text,
        /// Also the problem that another version of the portal reports and this one does not know.
        #[serde(other)]
        NotValid = "not_valid" => not_valid,
    }
}

impl From<TextError> for FieldProblem {
    fn from(error: TextError) -> FieldProblem {
        match error {
            TextError::Empty => FieldProblem::Empty,
            TextError::TooShort { .. } => FieldProblem::TooShort,
            TextError::TooLong { .. } => FieldProblem::TooLong,
            TextError::Several => FieldProblem::SeveralEmails,
            TextError::EmailCharacter { .. } => FieldProblem::EmailCharacter,
            TextError::DomainCharacter { .. } => FieldProblem::DomainCharacter,
            TextError::Malformed { expected } => match expected {
                TextKind::Email => FieldProblem::MalformedEmail,
                TextKind::EmailDomain => FieldProblem::MalformedEmailDomain,
                TextKind::Domain => FieldProblem::MalformedDomain,
                TextKind::TenantPrefix => FieldProblem::MalformedTenantPrefix,
                TextKind::UserName => FieldProblem::MalformedUserName,
                TextKind::Url => FieldProblem::MalformedUrl,
                TextKind::MpnId => FieldProblem::MalformedMpnId,
                TextKind::PhoneNumber => FieldProblem::MalformedPhoneNumber,
                TextKind::Name => FieldProblem::MalformedName,
                TextKind::Plain => FieldProblem::ControlCharacters,
            },
        }
    }
}

messages! {
    mpn_taken => [
        "This MPN ID is associated with another organization.",
        "此 MPN ID 已與其他組織關聯。",
        "此 MPN ID 已与其他组织关联。",
    ];
    below_minimum => [
        "Enter a number that isn't below the minimum.",
        "請輸入不低於最少數量的數字。",
        "请输入不低于最少数量的数字。",
    ];
    malformed_url => [
        "Enter a web address that begins with https:// or http://.",
        "請輸入以 https:// 或 http:// 開頭的網址。",
        "请输入以 https:// 或 http:// 开头的网址。",
    ];
    web_mail => [
        "This address belongs to a web-based email service. Enter one in your company's own domain.",
        "此地址屬於網路郵件服務。請輸入公司自有網域的地址。",
        "此地址属于基于 Web 的电子邮件服务。请输入公司自有域的地址。",
    ];
    disposable_mail => [
        "This address belongs to a service for temporary addresses. Enter one in your company's own domain.",
        "此地址屬於臨時地址服務。請輸入公司自有網域的地址。",
        "此地址属于临时地址服务。请输入公司自有域的地址。",
    ];
    appeal_empty => [
        "Write why you disagree, or upload a document first.",
        "請寫下您不同意的理由，或先上傳文件。",
        "请写下你不同意的理由，或先上传文档。",
    ];
    outside_bounds => [
        "This number is too small or too large. The hint shows the range.",
        "此數字太小或太大。提示說明可輸入的範圍。",
        "此数字太小或太大。提示说明可输入的范围。",
    ];
    outside(least, most) => [
        "Enter a number from {least} to {most}.",
        "請輸入 {least} 到 {most} 的數字。",
        "请输入 {least} 到 {most} 的数字。",
    ];
    no_working_day => [
        "Select at least one day, or no promised time would ever end.",
        "請至少選取一天，否則承諾的時間永遠不會結束。",
        "请至少选择一天，否则承诺的时间永远不会结束。",
    ];
    mail_changed => [
        "The email below now says this. Read it, then decide.",
        "下方的郵件已是目前的內容。請閱讀後再決定。",
        "下方的邮件已是当前的内容。请阅读后再决定。",
    ];
    file_too_large => [
        "This file is larger than 1 MB. Choose a smaller one.",
        "此檔案大於 1 MB。請選擇較小的檔案。",
        "此文件大于 1 MB。请选择较小的文件。",
    ];
    file_not_text => [
        "This file isn't text in UTF-8. Save it in UTF-8, and choose it again.",
        "此檔案不是 UTF-8 文字。請以 UTF-8 儲存，然後重新選擇。",
        "此文件不是 UTF-8 文本。请以 UTF-8 保存，然后重新选择。",
    ];
    file_and_text => [
        "Type the text or choose a file, but not both.",
        "請輸入文字或選擇檔案，兩者擇一。目前兩者皆有。",
        "请输入文本或选择文件，二者择一。目前两者都有。",
    ];
    empty => ["Fill in this field.", "請填寫此欄位。", "请填写此字段。"];
    too_long => ["This text is too long. Shorten it.", "文字太長，請縮短。", "文本太长，请缩短。"];
    link_missing => [
        "The personal link is missing, so the recipient couldn't answer. Put {link} where it belongs, on a line of its own.",
        "缺少個人連結，收件者將無法回覆。請在適當位置單獨一行寫上 {link}。",
        "缺少个人链接，收件人将无法答复。请在适当位置单独一行写上 {link}。",
    ];
    malformed_phone_number => [
        "Enter a phone number such as +886 2 2345 6789, with at least five digits.",
        "請輸入電話號碼，例如 +886 2 2345 6789，至少五位數字。",
        "请输入电话号码，例如 +86 10 2345 6789，至少五位数字。",
    ];
    malformed_name => [
        "A name needs at least one letter or digit. Enter the full name.",
        "名稱至少要有一個字母或數字。請輸入完整名稱。",
        "名称至少要有一个字母或数字。请输入完整名称。",
    ];
    malformed_user_name => [
        "Use letters a to z, digits, dots, and hyphens. Leave out spaces and the part after the @.",
        "請使用 a 到 z 的字母、數字、點和連字號，不含空格，也不含 @ 之後的部分。",
        "请使用 a 到 z 的字母、数字、点和连字符，不含空格，也不含 @ 之后的部分。",
    ];
    user_name_taken => [
        "This user name is already taken. Choose another.",
        "已有人使用此使用者名稱。請選擇其他名稱。",
        "已有人使用此用户名。请选择其他名称。",
    ];
    out_of_range => [
        "The clock can move forward by up to ten years in total. Enter fewer days.",
        "時鐘總共最多可向前調整十年。請輸入較少的天數。",
        "时钟总共最多可向前调整十年。请输入较少的天数。",
    ];
    no_roles => ["Select at least one role.", "請至少選取一個角色。", "请至少选择一个角色。"];
    no_capabilities => ["Select at least one capability.", "請至少選取一個資格。", "请至少选择一个资格。"];
    not_ticked => ["Select the box to continue.", "請勾選方塊以繼續。", "请勾选复选框以继续。"];
    not_valid => ["This value isn't valid. Check it and try again.", "此值無效。請檢查後再試一次。", "此值无效。请检查后重试。"];
    credentials => [
        "The work account or password is incorrect. Check both and try again.",
        "工作帳戶或密碼不正確。請檢查兩者後再試一次。",
        "工作帐户或密码不正确。请检查两者后重试。",
    ];
    current_password => [
        "This isn't your current password. Enter the one you signed in with.",
        "這不是您目前的密碼。請輸入您登入時使用的密碼。",
        "这不是你当前的密码。请输入你登录时使用的密码。",
    ];
    wrong_code => [
        "This code is incorrect or was already used. Enter the next code from your app or a recovery code you haven't used.",
        "驗證碼不正確，或已使用過。請輸入應用程式接下來顯示的驗證碼，或尚未使用的復原碼。",
        "验证码不正确，或已使用过。请输入应用接下来显示的验证码，或尚未使用的恢复代码。",
    ];
    wrong_passkey => [
        "This passkey wasn't accepted. It doesn't belong to this account, or it took too long. Try again.",
        "此通行金鑰未被接受：它不屬於此帳戶，或操作時間過長。請再試一次。",
        "此通行密钥未被接受：它不属于此帐户，或操作时间过长。请重试。",
    ];
    passkey_held => [
        "This passkey was already added.",
        "此通行金鑰已新增過。",
        "此通行密钥已添加过。",
    ];
    no_passkey => [
        "Your account no longer has a passkey. Enter a code instead.",
        "您的帳戶已沒有通行金鑰。請改為輸入驗證碼。",
        "你的帐户已没有通行密钥。请改为输入验证码。",
    ];
    no_passkeys_here => [
        "Passkeys work only when you open this portal with HTTPS and a domain name. Enter a code instead.",
        "通行金鑰僅在以 https 和名稱連線到此入口網站時有效。請改為輸入驗證碼。",
        "通行密钥仅在以 https 和名称访问此门户时有效。请改为输入验证码。",
    ];
    passkey_needs_script => [
        "The browser didn't ask for a passkey. This needs JavaScript, so wait until the page has loaded and try again.",
        "瀏覽器沒有要求通行金鑰。這需要 JavaScript：請等待頁面載入完成，然後再試一次。",
        "浏览器没有要求通行密钥。这需要 JavaScript：请等待页面加载完成，然后重试。",
    ];
    prove_first => [
        "First, confirm it's you with a method you already have. You haven't done this in the last 15 minutes.",
        "請先以現有方式確認是您本人。您尚未確認，或已超過十五分鐘。",
        "请先用现有方式确认是你本人。你尚未确认，或已超过十五分钟。",
    ];
    last_factor => [
        "This is your only method. Add another one first, or turn off the second factor.",
        "這是您唯一的驗證方式。請先新增另一種，或關閉雙步驟驗證。",
        "这是你唯一的验证方式。请先添加另一种，或关闭双重验证。",
    ];
    wrong_app_code => [
        "This code is incorrect. Enter the code your app shows now. If it's the same, check that your phone's clock is correct.",
        "驗證碼不正確。請輸入應用程式目前顯示的驗證碼。如果相同，請檢查手機的時間是否正確。",
        "验证码不正确。请输入应用当前显示的验证码。如果相同，请检查手机的时间是否正确。",
    ];
    code_expired => [
        "This sign-in has ended because it was completed elsewhere or waited for more than 10 minutes. Sign in again.",
        "此次登入已結束：已在別處完成，或等待超過十分鐘。請重新登入。",
        "此次登录已结束：已在别处完成，或等待超过十分钟。请重新登录。",
    ];
    password_too_short => [
        "The new password is too short. Use at least 12 characters. A few words are fine.",
        "新密碼太短。請至少使用 12 個字元，用幾個字詞也可以。",
        "新密码太短。请至少使用 12 个字符，用几个词也可以。",
    ];
    password_too_long => [
        "The new password is too long. Use no more than 128 characters.",
        "新密碼太長。最多使用 128 個字元。",
        "新密码太长。最多使用 128 个字符。",
    ];
    password_common => [
        "This password is easy to guess. Choose another, such as a few unrelated words.",
        "此密碼容易猜到。請選擇其他密碼，例如幾個不相關的字詞。",
        "此密码容易猜到。请选择其他密码，例如几个不相关的词。",
    ];
    password_own => [
        "This password consists of your own name, address, or organization, so it's easy to guess. Choose another, such as a few unrelated words.",
        "此密碼由您自己的名稱、地址或組織組成，容易猜到。請選擇其他密碼，例如幾個不相關的字詞。",
        "此密码由你自己的名称、地址或组织组成，容易猜到。请选择其他密码，例如几个不相关的词。",
    ];
    password_same => [
        "The new password is the same as your current one. Choose another.",
        "新密碼與目前的密碼相同。請選擇其他密碼。",
        "新密码与当前密码相同。请选择其他密码。",
    ];
    passwords_differ => [
        "The two new passwords don't match. Enter the same one twice.",
        "兩次輸入的新密碼不同。請輸入相同的密碼兩次。",
        "两次输入的新密码不同。请输入相同的密码两次。",
    ];
    too_short => ["This is too short. Enter more characters.", "太短了，請輸入更多字元。", "太短了，请输入更多字符。"];
    not_a_number => ["Enter a whole number, using only digits.", "請輸入整數，僅限數字。", "请输入整数，仅限数字。"];
    malformed_email => [
        "Enter an email address, such as kim@contoso.example.",
        "請輸入電子郵件地址，例如 kim@contoso.example。",
        "请输入电子邮件地址，例如 kim@contoso.example。",
    ];
    several_emails => [
        "Enter only one email address. To invite several people, create an invitation for each.",
        "請輸入一個電子郵件地址。若要邀請多人，請分別建立邀請。",
        "请输入一个电子邮件地址。若要邀请多人，请分别创建邀请。",
    ];
    email_character => [
        "The part before the @ contains a character that email addresses can't have:",
        "@ 前面的部分有電子郵件不允許的字元：",
        "@ 前面的部分有电子邮件不允许的字符：",
    ];
    domain_character => [
        "The part after the @ contains a character that domains can't have:",
        "@ 後面的部分有網域不允許的字元：",
        "@ 后面的部分有域名不允许的字符：",
    ];
    malformed_email_domain => [
        "The domain after the @ starts with xn-- but isn't a valid name. Check its spelling.",
        "@ 後面的網域以 xn-- 開頭，但不是有效的名稱。請檢查拼寫。",
        "@ 后面的域名以 xn-- 开头，但不是有效的名称。请检查拼写。",
    ];
    malformed_tenant_prefix => [
        "Use 3 to 27 letters, digits, and hyphens. Don't start or end with a hyphen.",
        "請使用 3 到 27 個字母、數字和連字號，開頭和結尾不可為連字號。",
        "请使用 3 到 27 个字母、数字和连字符，开头和结尾不可为连字符。",
    ];
    control_characters => [
        "This text contains characters that can't be shown. Remove them and try again.",
        "文字包含無法顯示的字元。請重新輸入。",
        "文本包含无法显示的字符。请重新输入。",
    ];
    unknown_country => ["Choose a country/region from the list.", "請從清單選擇國家/地區。", "请从列表中选择国家/地区。"];
    domain_taken => [
        "This domain already belongs to another organization. Choose another, or invite that customer instead.",
        "此網域已屬於其他組織。請選擇其他網域，或改為邀請該客戶。",
        "此域名已属于其他组织。请选择其他域名，或改为邀请该客户。",
    ];
    not_in_domain => [
        "A work account is an address in the domain of its tenant.",
        "工作帳戶必須是租用戶網域中的地址。",
        "工作帐户必须是租户域中的地址。",
    ];
    own_domain_taken => [
        "This domain already belongs to an organization. Choose another, or sign in if it's yours.",
        "此網域已屬於某個組織。請選擇其他網域；如果它屬於您，請登入。",
        "此域名已属于某个组织。请选择其他域名；如果它属于你，请登录。",
    ];
    other_region => [
        "You can work only with partners in your own region. Choose a country/region in theirs.",
        "您只能與同一地區的合作夥伴往來。請選擇對方所在地區的國家/地區。",
        "你只能与同一区域的合作伙伴往来。请选择对方所在区域的国家/地区。",
    ];
    quantity_outside => [
        "The number of licenses must be within the product's limits.",
        "授權數目超出產品限制，限制標示於欄位旁。",
        "许可证数量超出产品限制，限制标示在字段旁。",
    ];
    customer_maximum => [
        "Together with the licenses this customer already has, this is more than one customer can have.",
        "加上客戶已有的授權，這超過單一客戶的上限。",
        "加上客户已有的许可证，这超过单个客户的上限。",
    ];
    one_per_customer => [
        "A customer can have only one subscription to this product, and this customer already has it.",
        "每位客戶只能有一個此產品的訂閱，而此客戶已經有了。",
        "每位客户只能有一个此产品的订阅，而此客户已经有了。",
    ];
    product_not_sold => ["This product isn't sold right now. Remove it.", "此產品目前不販售。請移除。", "此产品目前不销售。请移除。"];
    base_missing => ["Add a product that this add-on goes with.", "請新增此附加元件可搭配的產品。", "请添加此加载项可搭配的产品。"];
    no_lines => ["Add at least one product.", "請至少新增一項產品。", "请至少添加一项产品。"];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_error_of_a_text_has_the_problem_of_its_code() {
        let kinds = [
            TextKind::Email,
            TextKind::EmailDomain,
            TextKind::Domain,
            TextKind::TenantPrefix,
            TextKind::UserName,
            TextKind::Url,
            TextKind::MpnId,
            TextKind::PhoneNumber,
            TextKind::Name,
            TextKind::Plain,
        ];
        let malformed = kinds
            .into_iter()
            .map(|expected| TextError::Malformed { expected });
        let others = [
            TextError::Empty,
            TextError::TooShort { minimum: 3 },
            TextError::TooLong { maximum: 3 },
            TextError::Several,
            TextError::EmailCharacter { found: 'ü' },
            TextError::DomainCharacter { found: ',' },
        ];
        for error in malformed.chain(others) {
            assert_eq!(FieldProblem::from(error).code(), error.code());
        }
    }
}
