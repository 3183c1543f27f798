import { expect, test } from "vitest";
import { networkOf } from "#src/accounts/network.ts";

/** As attempts are counted: whole addresses of IPv4, the /64 of IPv6. */
const counted = (address: string) => networkOf(address, { octets: 4, groups: 4 });

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["192.0.2.7:50123", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["::ffff:c000:207", "192.0.2.7"],
  ["[::ffff:192.0.2.7]:443", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:DB8:1:2::6", "2001:db8:1:2::/64"],
  ["[2001:db8:1:2::6]:443", "2001:db8:1:2::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["unknown", "unknown"],
  ["1:2:3", "1:2:3"],
  ["1::2::3", "1::2::3"],
])("%s counts as %s", (address, network) => {
  expect(counted(address)).toBe(network);
});

test("a device's network is the /24 of IPv4 and the /48 of IPv6", () => {
  const wide = { octets: 3, groups: 3 };
  expect(networkOf("192.0.2.7", wide)).toBe("192.0.2.0/24");
  expect(networkOf("2001:db8:1:2::6", wide)).toBe("2001:db8:1::/48");
});
