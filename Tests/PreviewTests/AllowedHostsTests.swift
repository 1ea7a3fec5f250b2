import Testing

@testable import Preview

@Suite struct AllowedHostsTests {
  @Test(
    arguments: [
      ("127.0.0.1", true), ("127.0.0.1:8000", true), ("localhost", true), ("LOCALHOST:1", true), ("a.localhost", true),
      ("[::1]:8000", true),
      ("192.168.0.7:8000", true), ("my-machine:8000", true), ("My-Machine", true),
      ("evil.example", false), ("evil.example:8000", false), ("127.0.0.1.evil.example", false), ("localhost.evil.example", false),
      ("notlocalhost", false), ("1.2.3", false), ("1.2.3.4.5", false), ("1.2.3.256", false), ("1.2.3.+4", false), ("a.b.c.d", false),
      ("[evil]:8000", false), ("", false), (nil, false), (":8000", false),
    ] as [(String?, Bool)])
  func allow(field: String?, isAllowed: Bool) {
    #expect(AllowedHosts(bound: "my-machine").allow(field) == isAllowed)
  }
}
