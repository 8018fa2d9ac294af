// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

/// A sampler that gives weighted events on request, at the price of one proposal each.
package protocol WeightedFinalStateSampler: FinalStateSampler {
  /// The share of proposals that become events of weight 1.
  var efficiency: Double { get }

  /// The part of the cross section that events of weight 1 lack, because it lies above what they are
  /// proposed from.
  var excess: Double { get }

  /// Draws one event, without rejection.
  ///
  /// The mean of the weights is 1, so that weight times ``FinalStateSampler/crossSection`` over the
  /// number of events adds up to the cross section. Weights lie between 0 and 1 / ``efficiency``,
  /// but for the ``excess``, which they contain.
  func drawWeighted(using stream: inout RandomStream) -> FinalState
}
