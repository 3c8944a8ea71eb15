import Foundation
import Testing

@testable import SessionsCore

/// Questions with their answers from another implementation of the method, in a file outside the repository.
@Suite struct ForecastVectorTests {
    private static let path = ProcessInfo.processInfo.environment["SESSIONS_FORECAST_VECTORS"]

    @Test(.enabled(if: path != nil, "SESSIONS_FORECAST_VECTORS names no file with forecasts to compare with"))
    func forecastsAreThoseOfTheReference() throws {
        let file = try Data(contentsOf: URL(fileURLWithPath: #require(Self.path)))
        let vectors = try JSONDecoder().decode(Vectors.self, from: file)
        var answers = 0
        for example in vectors.cases {
            let history = example.history.map(\.work).inOrder
            for query in example.queries {
                let forecast = query.session.work.forecast(after: history, elapsed: query.elapsed)
                #expect(isClose(forecast.p50, query.p50, within: 1e-6), "\(example.name): \(query)")
                #expect(isClose(forecast.p80, query.p80, within: 1e-6), "\(example.name): \(query)")
                answers += 1
            }
        }
        #expect(answers > 0)
    }
}

private struct Vectors: Decodable {
    let cases: [Case]

    struct Case: Decodable {
        let name: String
        /// In the order in which they were completed.
        let history: [Task]
        let queries: [Query]
    }

    struct Query: Decodable {
        let session: Task
        let elapsed: Double
        let p50: Double
        let p80: Double
    }

    struct Task: Decodable {
        let owner: String
        let project: String
        let kind: String
        let title: String
        let tags: [String]
        let planned: Double
        let actual: Double?

        var work: Work {
            Work(
                title: title, owner: owner, project: project, kind: kind, tags: tags, planned: planned,
                actual: actual ?? 0)
        }
    }
}
