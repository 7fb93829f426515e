#if Compression
import CZlib

/// Compresses bytes in the format gzip (RFC 1952), piece by piece.
final class GzipEncoder {
    enum Flush {
        /// Keeps bytes for as long as that makes the result smaller.
        case none
        /// Gives out what the bytes so far are decompressed from.
        case chunk
        /// Ends the result.
        case end

        fileprivate var code: Int32 {
            switch self {
            case .none: Z_NO_FLUSH
            case .chunk: Z_SYNC_FLUSH
            case .end: Z_FINISH
            }
        }
    }

    /// At one address for as long as it is used, which zlib compares.
    private let stream: UnsafeMutablePointer<z_stream>

    /// - Parameter level: 1 for speed to 9 for size.
    /// - Returns: `nil` if there is no memory.
    init?(level: Int) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // 15 is the greatest window, and 16 more are the format gzip.
        let status = deflateInit2_(
            stream, Int32(clamping: level), Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else { return nil }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// Returns the next bytes of the result, often none.
    ///
    /// - Parameter bytes: At most 4 GiB.
    func encode(_ bytes: ArraySlice<UInt8>, _ flush: Flush) -> [UInt8] {
        var bytes = bytes
        return bytes.withUnsafeMutableBufferPointer { input in
            stream.pointee.next_in = input.baseAddress
            stream.pointee.avail_in = UInt32(clamping: input.count)
            var encoded: [UInt8] = []
            // There may be more if the space is used up.
            repeat { encoded += output(flush) } while stream.pointee.avail_out == 0
            return encoded
        }
    }

    private func output(_ flush: Flush) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 1 << 14) { output, count in
            stream.pointee.next_out = output.baseAddress
            stream.pointee.avail_out = UInt32(clamping: output.count)
            deflate(stream, flush.code)
            count = output.count - Int(stream.pointee.avail_out)
        }
    }
}
#endif
