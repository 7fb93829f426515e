// SwiftPM takes a folder for a target only when a Swift file stands in it; the rest is made at build.
