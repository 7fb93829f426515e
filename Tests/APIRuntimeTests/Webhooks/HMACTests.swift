import Testing

@testable import APIRuntime

struct HMACTests {
    /// FIPS 180-4's examples, the empty message, and lengths around the end of a block; checked with another implementation.
    @Test(arguments: [
        ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        ("a", 55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
        ("a", 56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
        ("a", 63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
        ("a", 64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
        ("a", 65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"),
        ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ])
    func digestsAreThoseOfTheStandard(_ text: String, _ count: Int, _ digest: String) {
        let message = Array(String(repeating: text, count: count).utf8)
        #expect(hexadecimal(SHA256.digest(of: message)) == digest)
        var inPieces = SHA256()
        for start in stride(from: 0, to: message.count, by: 37) {
            inPieces.update(Array(message[start..<min(start + 37, message.count)]))
        }
        #expect(hexadecimal(inPieces.finish()) == digest)
    }

    /// RFC 4231, section 4, without the truncated code of its fifth case.
    @Test(arguments: [
        (
            [UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
        ),
        (Array(1...25), [UInt8](repeating: 0xCD, count: 50), "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
        (
            [UInt8](repeating: 0xAA, count: 131), Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
        (
            [UInt8](repeating: 0xAA, count: 131),
            Array(
                "This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm."
                    .utf8),
            "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
        ),
    ])
    func codesAreThoseOfTheStandard(_ key: [UInt8], _ message: [UInt8], _ code: String) {
        #expect(hexadecimal(HMAC.code(of: [message], key: key)) == code)
        #expect(hexadecimal(HMAC.code(of: [Array(message.prefix(3)), Array(message.dropFirst(3))], key: key)) == code)
    }

    @Test func codesAreComparedAsAWhole() {
        #expect(HMAC.areEqual([1, 2, 3], [1, 2, 3]))
        #expect(!HMAC.areEqual([1, 2, 3], [1, 2, 4]))
        #expect(!HMAC.areEqual([1, 2, 3], [0, 2, 3]))
        #expect(!HMAC.areEqual([1, 2, 3], [1, 2]))
        #expect(HMAC.areEqual([], []))
    }

    private func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
