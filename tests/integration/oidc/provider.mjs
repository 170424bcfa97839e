// The certified provider `oidc-provider`, set up as ID-porten is: pushed requests only, PKCE, clients that sign with a
// key of their own, a level in `acr`, the identity number in `pid`. Settings come as JSON in the first argument.
//
// With `"staff": true` it is set up as a municipality's own, such as Entra: it takes no pushed requests, does not name itself
// in its answers, tells name, roles and number, and gives a refresh token that holds once, without asking for consent:
// to all but `unasked`.
// `POST /people` changes what it knows of somebody who is logged in; claims that are null close the account, so that
// their refresh token is refused. `POST /fail` makes its token endpoint fail, or work again.
//
// Where ID-porten shows its own pages, this one answers what was asked of it, or a browser with a form, and takes `?pid=...&acr=...` or
// `?cancel=1` as what the person did there; of staff `?sub=...&acr=...&claims={...}`. `GET /frame?of=...` is its page at log-out. `POST /alter` alters the ID token of the next log-in: what a provider that
// is broken or was taken over would send. What is set to null is taken out.
import { createHmac, createPublicKey, createSign, generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";

import Provider from "oidc-provider";

const settings = JSON.parse(process.argv[2]);
const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
const keyFor = { own: settings.jwks.keys[0], strange: null };
const PAGE = `<!doctype html><form><label>pid <input name="pid"></label><label>acr <input name="acr"></label>
  <button>Log in</button></form>`;
const people = new Map();
const refreshed = { asked: 0, fails: false };
let alteration = null;
let askedForKeys = 0;

const provider = new Provider(settings.issuer, {
  acrValues: ["idporten-loa-low", "idporten-loa-substantial", "idporten-loa-high", "pwd", "mfa"],
  claims: { openid: ["sub", "pid", "locale"], profile: ["name", "roles", "national_id"] },
  clientAuthMethods: ["private_key_jwt"],
  clientDefaults: { grant_types: ["authorization_code"], response_types: ["code"] },
  clients: settings.clients,
  conformIdTokenClaims: false,
  cookies: { keys: ["invented key of the tests"], long: { sameSite: "none" } },
  enableHttpPostMethods: true,
  features: {
    backchannelLogout: { enabled: true },
    devInteractions: { enabled: false },
    pushedAuthorizationRequests: { enabled: !settings.staff, requirePushedAuthorizationRequests: !settings.staff },
    revocation: { enabled: Boolean(settings.staff) },
    rpInitiatedLogout: { enabled: true, logoutSource: (ctx, form) => { ctx.body = form; } },
  },
  // it asks no address of its own machine: here the sites are there
  fetch: (url, options) => fetch(url, { ...options, dispatcher: undefined }),
  findAccount: (ctx, sub) => (people.get(sub) === null ? undefined : {
    accountId: sub,
    claims: () => ({ sub, ...people.get(sub), ...(sub.startsWith("pid-") && { pid: sub.slice(4) }), locale: "nb" }),
  }),
  interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
  issueRefreshToken: (ctx, client, code) => client.grantTypeAllowed("refresh_token") && code.accountId !== "unasked",
  jwks: settings.jwks,
  loadExistingGrant: async (ctx) => {
    const { accountId } = ctx.oidc.session;
    const grant = new ctx.oidc.provider.Grant({ accountId, clientId: ctx.oidc.client.clientId });
    grant.addOIDCScope("openid profile");
    await grant.save();
    return grant;
  },
  pkce: { required: () => true },
  responseTypes: ["code"],
  rotateRefreshToken: true,
  scopes: ["openid", "profile", "offline_access"],
  ttl: { Session: 7200, Grant: 7200, Interaction: 600, IdToken: 120, AccessToken: 120, RefreshToken: 7200 },
});

function signed(header, payload, sign) {
  const body = `${encode(header)}.${encode(payload)}`;
  const key = sign === "strange" ? strange() : { key: keyFor.own, format: "jwk" };
  if (sign === "none") return `${body}.`;
  if (sign === "public") {
    const secret = createPublicKey(key).export({ type: "spki", format: "pem" });
    return `${body}.${createHmac("sha256", secret).update(body).digest("base64url")}`;
  }
  return `${body}.${createSign("RSA-SHA256").update(body).sign(key).toString("base64url")}`;
}

function strange() {
  keyFor.strange ??= generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  return keyFor.strange;
}

function altered(token, { header = {}, claims = {}, sign = "own" }) {
  const [head, payload] = token.split(".").slice(0, 2).map((part) => JSON.parse(Buffer.from(part, "base64url")));
  const whole = (value) => Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null));
  return signed(whole({ ...head, ...header }), whole({ ...payload, ...claims }), sign);
}

provider.use(async (ctx, next) => {
  if (ctx.path === "/jwks") askedForKeys += 1;
  if (ctx.path === "/token" && refreshed.fails) {
    refreshed.asked += 1;
    ctx.status = 503;
    return;
  }
  await next();
  if (ctx.oidc?.route === "token" && ctx.body?.id_token && alteration) {
    if (alteration.drop) delete ctx.body.id_token;
    else ctx.body.id_token = altered(ctx.body.id_token, alteration);
    alteration = null;
  }
  if (settings.staff) unnamed(ctx);
});

function unnamed(ctx) {
  if (ctx.path.startsWith("/.well-known/")) delete ctx.body.authorization_response_iss_parameter_supported;
  const led = ctx.response.get("Location");
  if (!led?.includes("iss=")) return;
  const address = new URL(led);
  address.searchParams.delete("iss");
  ctx.response.set("Location", address.href);
}

async function interaction(request, response, asked) {
  const { params } = await provider.interactionDetails(request, response);
  const done = Object.fromEntries(asked);
  if (done.cancel) {
    return provider.interactionFinished(request, response, { error: "access_denied" });
  }
  if (!done.acr && request.headers.accept?.includes("text/html")) {
    response.setHeader("Content-Type", "text/html");
    return response.end(PAGE);
  }
  if (!done.acr) {
    response.setHeader("Content-Type", "application/json");
    return response.end(JSON.stringify(params));
  }
  if (done.sub) people.set(done.sub, JSON.parse(done.claims));
  const accountId = done.sub ? done.sub : done.pid ? `pid-${done.pid}` : "foreign";
  return provider.interactionFinished(request, response, { login: { accountId, acr: done.acr } });
}

async function told(request) {
  let body = "";
  for await (const part of request) body += part;
  return JSON.parse(body);
}

async function alter(request, response) {
  alteration = await told(request);
  response.end();
}

async function change(request, response) {
  const { sub, claims } = await told(request);
  people.set(sub, claims);
  response.end();
}

async function fail(request, response) {
  Object.assign(refreshed, { asked: 0, fails: await told(request) });
  response.end();
}

function framing(response, address) {
  response.setHeader("Content-Type", "text/html");
  response.end(`<!doctype html><title>Logged out</title><iframe src="${address.replaceAll("&", "&amp;")}"></iframe>`);
}

const callback = provider.callback();
const server = createServer((request, response) => {
  const address = new URL(request.url, settings.issuer);
  if (address.pathname === "/asked-for-keys") return response.end(String(askedForKeys));
  if (address.pathname === "/frame") return framing(response, address.searchParams.get("of"));
  if (address.pathname === "/alter") return alter(request, response);
  if (address.pathname === "/people") return change(request, response);
  if (address.pathname === "/fail") return fail(request, response);
  if (address.pathname === "/asked-in-vain") return response.end(String(refreshed.asked));
  if (address.pathname.startsWith("/interaction/")) return interaction(request, response, address.searchParams);
  return callback(request, response);
});
server.listen(Number(new URL(settings.issuer).port), "127.0.0.1");
provider.on("backchannel.error", (ctx, error) => console.error(error));
