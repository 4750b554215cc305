//! A device with a passkey, as the standard describes it (Web Authentication, level 3): it gives a browser's answers.

use data_encoding::BASE64URL_NOPAD;
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _},
};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const WITH_CREDENTIAL: u8 = 0x40;

pub(super) struct Authenticator {
    key: EcdsaKeyPair,
    id: [u8; 16],
    /// Its own count of signatures.
    pub count: u32,
    /// Whether it counts at all.
    pub counts: bool,
    /// The origin of the page in its browser.
    pub origin: &'static str,
    /// Whether it asks for a finger or a PIN.
    pub verifies: bool,
}

impl Authenticator {
    pub(super) fn new() -> Authenticator {
        let (algorithm, random) = (&ECDSA_P256_SHA256_ASN1_SIGNING, SystemRandom::new());
        let key = EcdsaKeyPair::generate_pkcs8(algorithm, &random).unwrap();
        Authenticator {
            key: EcdsaKeyPair::from_pkcs8(algorithm, key.as_ref(), &random).unwrap(),
            id: rand::random(),
            count: 0,
            counts: true,
            origin: "http://localhost:3000",
            verifies: true,
        }
    }

    /// Makes the requested passkey.
    pub(super) fn make(&mut self, question: &Value) -> String {
        let mut data = self.data(question["rp"]["id"].as_str().unwrap(), WITH_CREDENTIAL);
        data.extend([0; 16]);
        data.extend([0, 16]);
        data.extend(self.id);
        // The public key as CBOR: an elliptic curve key (1: 2) for ES256 (3: -7) on P-256 (-1: 1).
        let point = self.key.public_key().as_ref();
        data.extend([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        data.extend(&point[1..33]);
        data.extend([0x22, 0x58, 0x20]);
        data.extend(&point[33..]);
        // {"fmt": "none", "attStmt": {}, "authData": …}
        let mut object = vec![0xa3, 0x63];
        object.extend(b"fmt\x64none\x67attStmt\xa0\x68authData\x58");
        object.push(u8::try_from(data.len()).unwrap());
        object.extend(data);
        self.answer(&json!({
            "attestationObject": BASE64URL_NOPAD.encode(&object),
            "clientDataJSON": BASE64URL_NOPAD.encode(&self.client_data("webauthn.create", question)),
            "transports": ["internal"],
        }))
    }

    /// Signs the challenge.
    pub(super) fn sign(&mut self, question: &Value) -> String {
        let data = self.data(question["rpId"].as_str().unwrap(), 0);
        let client_data = self.client_data("webauthn.get", question);
        let mut signed = data.clone();
        signed.extend(Sha256::digest(&client_data));
        let signature = self.key.sign(&SystemRandom::new(), &signed).unwrap();
        self.answer(&json!({
            "authenticatorData": BASE64URL_NOPAD.encode(&data),
            "clientDataJSON": BASE64URL_NOPAD.encode(&client_data),
            "signature": BASE64URL_NOPAD.encode(signature.as_ref()),
            "userHandle": null,
        }))
    }

    fn data(&mut self, host: &str, flags: u8) -> Vec<u8> {
        self.count += u32::from(self.counts);
        let verified = if self.verifies { VERIFIED } else { 0 };
        let mut data = Sha256::digest(host).to_vec();
        data.push(PRESENT | verified | flags);
        data.extend(self.count.to_be_bytes());
        data
    }

    fn client_data(&self, what: &str, question: &Value) -> Vec<u8> {
        let data = json!({
            "type": what,
            "challenge": question["challenge"],
            "origin": self.origin,
            "crossOrigin": false,
        });
        data.to_string().into_bytes()
    }

    fn answer(&self, response: &Value) -> String {
        let id = BASE64URL_NOPAD.encode(&self.id);
        json!({
            "id": id,
            "rawId": id,
            "type": "public-key",
            "authenticatorAttachment": "platform",
            "clientExtensionResults": {},
            "response": response,
        })
        .to_string()
    }
}
