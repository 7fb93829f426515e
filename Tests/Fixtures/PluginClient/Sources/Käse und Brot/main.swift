import APIRuntime
import APIRuntimeTesting

let product = #"{"id": "7", "name": "Comté", "price": {"id": "1", "amount": 450, "currency": "EUR"}}"#
func amount(of price: Shop.Price) -> Int { price.amount ?? 0 }

let shop = Shop.Client(transport: MockTransport(status: 200, json: product))
let cheese = try await shop.product(id: "7")
print(cheese.name ?? "", amount(of: cheese.price ?? Shop.Price(id: "")), cheese.price?.currency == .eur)

let weather = Weather.Client(
    serverURL: "https://weather.example", transport: MockTransport(status: 200, json: #"{"celsius": 21.5}"#))
print(try await weather.weather().celsius)

let fake = Weather.Client(
    serverURL: "https://weather.example", transport: InProcessTransport(Weather.FakeServer().router()))
print(try await fake.weather().celsius)
