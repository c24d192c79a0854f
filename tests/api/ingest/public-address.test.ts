import { expect, test } from 'vitest';
import { isPublicAddress } from '../../../api/ingest/public-address.ts';

test.each([
  '93.184.215.14',
  '8.8.8.8',
  '172.15.255.255',
  '172.32.0.1',
  '2606:2800:21f:cb07:6820:80da:af6b:8b2c',
  '::ffff:93.184.215.14',
])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  ['this machine', '127.0.0.1'],
  ['this machine', '127.255.255.254'],
  ['this machine', '::1'],
  ['this machine within IPv6', '::ffff:127.0.0.1'],
  ['no machine', '0.0.0.0'],
  ['no machine', '::'],
  ['a private network', '10.0.0.1'],
  ['a private network', '172.16.0.1'],
  ['a private network', '172.31.255.255'],
  ['a private network', '192.168.1.1'],
  ['a private network', 'fd00::1'],
  ['a private network within IPv6', '::ffff:10.0.0.1'],
  ['a private network by 6to4', '2002:0a00:0001::'],
  ['a private network by NAT64', '64:ff9b::a00:1'],
  ['the network of a provider', '100.64.0.1'],
  ['this link', '169.254.1.1'],
  ['this link', 'fe80::1'],
  ['a group', '224.0.0.1'],
  ['a group', 'ff02::1'],
  ['everybody', '255.255.255.255'],
  ['documents', '192.0.2.1'],
  ['documents', '2001:db8::1'],
  ['what AWS, Google and Azure tell a machine', '169.254.169.254'],
  ['what AWS tells a machine', 'fd00:ec2::254'],
  ['what Alibaba tells a machine', '100.100.100.200'],
  ['what Oracle tells a machine', '192.0.0.192'],
  ['what Azure tells a machine', '168.63.129.16'],
  ['nothing', 'example.com'],
])('an address of %s, %s, is not', (_, address) => {
  expect(isPublicAddress(address)).toBe(false);
});
