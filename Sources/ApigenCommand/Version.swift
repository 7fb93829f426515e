/// The version of apigen (Semantic Versioning 2.0.0).
package let apigenVersion = "0.1.0"
