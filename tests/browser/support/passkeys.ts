// A device that makes passkeys, simulated by the browser's own tools.
import type { CDPSession, Page } from "@playwright/test";

export type Device = {
  /** Sets whether its finger or PIN is right. */
  verifies(right: boolean): Promise<void>;
  /** The passkeys that it keeps. */
  kept(): Promise<Credential[]>;
};

/** A passkey as the browser's tools describe it. */
type Credential = Awaited<ReturnType<typeof credentials>>[number];

/** Attaches a device to this page, with these passkeys on it. */
export async function device(page: Page, passkeys: Credential[] = []): Promise<Device> {
  const tools = await page.context().newCDPSession(page);
  await tools.send("WebAuthn.enable");
  const { authenticatorId } = await tools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  for (const credential of passkeys) {
    await tools.send("WebAuthn.addCredential", { authenticatorId, credential });
  }
  return {
    async verifies(isUserVerified) {
      await tools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
    },
    kept: () => credentials(tools, authenticatorId),
  };
}

async function credentials(tools: CDPSession, authenticatorId: string) {
  return (await tools.send("WebAuthn.getCredentials", { authenticatorId })).credentials;
}
