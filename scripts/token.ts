import { parseArgs } from 'node:util';
import { importJWK, SignJWT } from 'jose';
import { localKey } from '../api/auth/local-issuer.ts';
import { localKeyFile, trustedIssuer } from '../api/open-services.ts';
import { readSettings } from '../src/settings.ts';
import { runCommand } from './command.ts';

const usage = `Prints a token for the API, signed as the local issuer or with AUTH_SECRET.

npm run --silent token -- --user NAME [--scope SCOPE] [--expires 1h]

  --user     whom the token names
  --scope    what else it allows
  --expires  how long it holds: 30s, 15m, 1h (default), 7d

The issuer is the address of the server: run it with the HOST, PORT and PUBLIC_URL that the server has.`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      user: { type: 'string' },
      scope: { type: 'string' },
      expires: { type: 'string', default: '1h' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  if (!values.user) throw new Error(`--user is missing.\n\n${usage}`);
  if (!/^\d+[smhd]$/.test(values.expires)) {
    throw new Error(`--expires takes a number with s, m, h or d, not "${values.expires}".`);
  }
  const settings = readSettings(process.env);
  const { kind, issuer, audience } = trustedIssuer(settings);
  if (kind === 'outside') {
    throw new Error(
      `Tokens come from AUTH_ISSUER, ${issuer}; this command signs none in its place.`,
    );
  }
  if (kind === 'none') {
    throw new Error(
      `PUBLIC_URL is ${settings.publicUrl}: the local issuer signs for this machine only. Set AUTH_SECRET.`,
    );
  }
  const token = new SignJWT(values.scope ? { scope: values.scope } : {})
    .setIssuer(issuer)
    .setSubject(values.user)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(values.expires);
  if (settings.auth.secret !== undefined) {
    const key = new TextEncoder().encode(settings.auth.secret);
    console.log(await token.setProtectedHeader({ alg: 'HS256' }).sign(key));
    return 0;
  }
  const { kid, ...key } = await localKey(localKeyFile);
  const header = kid === undefined ? { alg: 'RS256' } : { alg: 'RS256', kid };
  console.log(
    await token.setProtectedHeader(header).sign(await importJWK({ ...key, kid }, 'RS256')),
  );
  return 0;
});
